import CGDAL

/// When the samples of a band are of, as NetCDF (CF conventions, section 4.4) and GRIB say it.
///
/// GDAL makes a band of each step of a time dimension, and hands the dimension on as metadata:
/// `NETCDF_DIM_time` of the band counts from `time#units` of the file, as in
/// "days since 2013-01-01 00:00:00". Calendars of models, with years of 360 days, are not dates.
enum BandTime {
  /// Seconds since 1970, UTC; nil where the file does not say.
  static func seconds(of band: GDALRasterBandH) -> Int64? {
    if let text = text(band, "GRIB_VALID_TIME") {
      return Int64(text.prefix { $0.isNumber || $0 == "-" })
    }
    guard let dataset = GDALGetBandDataset(band) else { return nil }
    let named = text(dataset, "NETCDF_DIM_EXTRA") ?? "{time}"
    for name in named.split(whereSeparator: { "{}, ".contains($0) }) {
      guard let step = text(band, "NETCDF_DIM_\(name)").flatMap(Double.init),
        let units = text(dataset, "\(name)#units")
      else { continue }
      let calendar = text(dataset, "\(name)#calendar") ?? "standard"
      if let seconds = seconds(step, units: units, calendar: calendar) { return seconds }
    }
    return nil
  }

  private static func text(_ object: GDALMajorObjectH, _ key: String) -> String? {
    GDALGetMetadataItem(object, key, nil).map { String(cString: $0) }
  }

  /// The moment some steps after the one that the units name; nil for another calendar than ours, and
  /// for units that are none.
  static func seconds(_ step: Double, units: String, calendar: String) -> Int64? {
    let ours = ["standard", "gregorian", "proleptic_gregorian", "julian_gregorian"]
    guard ours.contains(calendar.lowercased()), step.isFinite, abs(step) < 1e12 else { return nil }
    let words = units.lowercased().split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, words[1] == "since", let origin = Origin(words[2]) else { return nil }
    let unit: Double
    switch words[0] {
    case "second", "seconds", "sec", "secs", "s": unit = 1
    case "minute", "minutes", "min", "mins": unit = 60
    case "hour", "hours", "hr", "hrs", "h": unit = 3600
    case "day", "days", "d": unit = 86_400
    // Months of the calendar, which is what those who write so mean.
    case "month", "months": return step == step.rounded() ? origin.adding(months: Int(step)) : nil
    default: return nil
    }
    return origin.adding(months: 0) + Int64((step * unit).rounded())
  }

  /// Where a count begins.
  private struct Origin {
    private let year: Int
    private let month: Int
    private let day: Int
    private let seconds: Int

    /// Reads `2013-1-1`, perhaps with a time behind it, a fraction of seconds, and Z or an offset.
    init?(_ text: String) {
      let parts = text.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "t" })
      guard let date = parts.first else { return nil }
      let numbers = date.split(separator: "-").map { Int($0) }
      guard numbers.count == 3, let year = numbers[0], let month = numbers[1],
        let day = numbers[2], (1...9999).contains(year), (1...12).contains(month),
        (1...31).contains(day)
      else { return nil }
      guard let seconds = Self.seconds(parts.count > 1 ? parts[1] : "") else { return nil }
      (self.year, self.month, self.day, self.seconds) = (year, month, day, seconds)
    }

    /// Seconds after midnight, UTC, of `06:00:00.0 +08:00`.
    private static func seconds(_ text: Substring) -> Int? {
      var clock = text.filter { $0 != " " }
      var offset = 0
      if let zone = clock.firstIndex(where: { "z+-u".contains($0) }) {
        if "+-".contains(clock[zone]) {
          let shift = clock[clock.index(after: zone)...].split(separator: ":").map { Int($0) }
          guard let hours = shift.first ?? nil, hours <= 14 else { return nil }
          offset = hours * 3600 + ((shift.count > 1 ? shift[1] : 0) ?? 0) * 60
          if clock[zone] == "-" { offset = -offset }
        }
        clock = String(clock[..<zone])
      }
      var (seconds, unit) = (0, 3600)
      for part in clock.split(separator: ":") {
        guard unit > 0, let number = Double(part), number >= 0, number < 61 else { return nil }
        seconds += Int(number) * unit
        unit /= 60
      }
      return seconds - offset
    }

    /// Seconds since 1970 of the moment some months later.
    func adding(months: Int) -> Int64 {
      let index = year * 12 + month - 1 + months
      return Int64(Self.days(index / 12, index % 12 + 1, day)) * 86_400 + Int64(seconds)
    }

    /// Days since 1970 in the Gregorian calendar, years counted from March.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
      let (y, m) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
      return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day - 719_469
    }
  }
}
