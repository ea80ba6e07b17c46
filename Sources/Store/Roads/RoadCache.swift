import Foundation
import Geo
import Inspection

/// A team's driving times on disk, so that a plan made again asks nothing and comes out the same.
///
/// A file has a line that names format and engine, a line with the number of places, their
/// positions in millionths of a degree (longitude, latitude, 32-bit each), and the times in seconds
/// row by row (16-bit, little-endian; 65535 for no way).
struct RoadCache {
  /// The file.
  let path: String
  /// The engine and its address: times of another are of no use.
  let origin: String

  /// Places and their times.
  struct Content {
    var places: [RoadPlace]
    var times: DrivingTimes

    static let empty = Content(places: [], times: DrivingTimes(count: 0, seconds: []))
  }

  private static let none = UInt16.max

  /// What is kept; empty without a file, for another engine, and for a damaged file.
  func read() -> Content {
    guard let data = FileManager.default.contents(atPath: path) else { return .empty }
    let header = Data(self.header.utf8)
    guard data.starts(with: header) else { return .empty }
    var bytes = [UInt8](data.dropFirst(header.count))[...]
    guard let count = Self.take(UInt32.self, &bytes).map(Int.init), count < 1 << 14,
      bytes.count == count * 8 + count * count * 2
    else { return .empty }
    var places: [RoadPlace] = []
    for _ in 0..<count {
      guard let x = Self.take(Int32.self, &bytes), let y = Self.take(Int32.self, &bytes) else {
        return .empty
      }
      places.append(RoadPlace(x: x, y: y))
    }
    var seconds: [Int32] = []
    seconds.reserveCapacity(count * count)
    while let time = Self.take(UInt16.self, &bytes) {
      seconds.append(time == Self.none ? DrivingTimes.noWay : Int32(time))
    }
    return Content(places: places, times: DrivingTimes(count: count, seconds: seconds))
  }

  /// Keeps times; the file is replaced in one step.
  func write(_ content: Content) throws {
    var data = Data(header.utf8)
    Self.put(UInt32(content.places.count), &data)
    for place in content.places {
      Self.put(place.x, &data)
      Self.put(place.y, &data)
    }
    for time in content.times.seconds {
      Self.put(time < Int32(Self.none) ? UInt16(time) : Self.none, &data)
    }
    try data.write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  private var header: String { "hotspot roads 1 \(origin)\n" }

  private static func take<Number: FixedWidthInteger>(
    _ type: Number.Type, _ bytes: inout ArraySlice<UInt8>
  ) -> Number? {
    let size = MemoryLayout<Number>.size
    guard bytes.count >= size else { return nil }
    var number: Number = 0
    for (place, byte) in bytes.prefix(size).enumerated() {
      number |= Number(truncatingIfNeeded: byte) << (8 * Number(place))
    }
    bytes = bytes.dropFirst(size)
    return number
  }

  private static func put<Number: FixedWidthInteger>(_ number: Number, _ data: inout Data) {
    withUnsafeBytes(of: number.littleEndian) { data.append(contentsOf: $0) }
  }
}

/// A position in millionths of a degree, a decimetre apart: what places are known again by.
struct RoadPlace: Sendable, Hashable {
  var x: Int32
  var y: Int32

  init(x: Int32, y: Int32) {
    self.x = x
    self.y = y
  }

  init(_ position: Coordinate) {
    x = Int32((position.x * 1e6).rounded())
    y = Int32((position.y * 1e6).rounded())
  }

  /// The position asked for.
  var coordinate: Coordinate { Coordinate(Double(x) / 1e6, Double(y) / 1e6) }
}
