import CGDAL

/// A date and time as GDAL keeps it, and as ISO 8601 text.
struct ISODate: Hashable {
  var year: Int32 = 0
  var month: Int32 = 0
  var day: Int32 = 0
  var hour: Int32 = 0
  var minute: Int32 = 0
  var second: Float = 0
  /// GDAL's sign of the zone: 0 unknown, 1 local, 100 UTC, and a step for every quarter hour.
  var zone: Int32 = 0

  /// "2018-11-23".
  var date: String { written(withTime: false) }

  /// "2018-11-23T08:00:00", with milliseconds if there are any, and the zone if it is known.
  var dateTime: String { written(withTime: true) }

  /// Spelt digit by digit: half the time of reading a table went into general formatting.
  private func written(withTime: Bool) -> String {
    String(unsafeUninitializedCapacity: 40) { buffer in
      var text = Digits(buffer: buffer)
      text.put(year, width: 4)
      text.put("-", month, width: 2)
      text.put("-", day, width: 2)
      if withTime { putTime(&text) }
      return text.count
    }
  }

  private func putTime(_ text: inout Digits) {
    let milliseconds = Int32((second * 1000).rounded())
    text.put("T", hour, width: 2)
    text.put(":", minute, width: 2)
    text.put(":", milliseconds / 1000, width: 2)
    if milliseconds % 1000 != 0 { text.put(".", milliseconds % 1000, width: 3) }
    if zone == 100 {
      text.put("Z")
    } else if zone > 1 {
      let minutes = (zone - 100) * 15
      text.put(minutes < 0 ? "-" : "+", abs(minutes) / 60, width: 2)
      text.put(":", abs(minutes) % 60, width: 2)
    }
  }

  /// Text under construction.
  private struct Digits {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    mutating func put(_ character: Unicode.Scalar) {
      buffer[count] = UInt8(truncatingIfNeeded: character.value)
      count += 1
    }

    mutating func put(_ mark: Unicode.Scalar, _ number: Int32, width: Int) {
      put(mark)
      put(number, width: width)
    }

    mutating func put(_ number: Int32, width: Int) {
      var rest = number.magnitude
      for place in (0..<width).reversed() {
        buffer[count + place] = 48 + UInt8(rest % 10)
        rest /= 10
      }
      count += width
    }
  }
}

extension ISODate {
  /// The date in a field of a feature that has one.
  init(_ feature: OGRFeatureH, _ field: Int32) {
    _ = OGR_F_GetFieldAsDateTimeEx(
      feature, field, &year, &month, &day, &hour, &minute, &second, &zone)
  }

  /// Puts the date into a field of a feature.
  func store(in feature: OGRFeatureH, _ field: Int32) {
    OGR_F_SetFieldDateTimeEx(feature, field, year, month, day, hour, minute, second, zone)
  }
}
