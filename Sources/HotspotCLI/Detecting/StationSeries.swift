import CampaignData
import Geo
import Terminal

/// Daily means of PM2.5 at stations.
struct StationSeries: Sendable {
  let path: String
  /// The stations' names.
  private(set) var names: [String]
  /// The sum and number of values of each day, by station.
  private(set) var days: [[CalendarDate: (sum: Double, count: Int)]]
  /// What became of values.
  private(set) var count = Count()

  /// Values that were left out.
  struct Count: Sendable {
    var read = 0
    var missing = 0
    var outside = 0
    var unreadable = 0
    var first: (row: Int, text: String)?
  }

  private static let dateNames = ["date", "day", "time", "datetime", "日期", "时间", "监测时间"]
  private static let valueNames = ["value", "pm25", "pm2.5", "pm2_5", "浓度", "数值", "pm2.5浓度"]
  private static let blanks = ["", "na", "nan", "null", "none", "-", "--", "—", "－", "无"]
  private static let usual = 0.0...2000

  /// Reads a table with a row for each station and day or hour (columns station, date, value), or
  /// one with a row for each day and a column for each station.
  ///
  /// Throws for a day that is none, and where more than a tenth of the values is no number.
  init(reading path: String) throws {
    var reader = try VectorReader(path: path)
    let fields = reader.fields
    guard let date = fields.column(knownAs: Self.dateNames) else {
      throw CommandFailure(
        status: .badData, message: "no column holds the day", file: path,
        hint: "Call it date. Columns: " + fields.map(\.name).joined(separator: ", ") + ".")
    }
    let long: (station: Int, value: Int)? =
      if let station = fields.column(knownAs: StationPlaces.names),
        let value = fields.column(knownAs: Self.valueNames)
      { (station, value) } else { nil }
    let wide = long == nil ? fields.indices.filter { $0 != date } : []
    self.path = path
    names = wide.map { fields[$0].name }
    var places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    days = names.map { _ in [:] }
    var row = 0
    while let feature = try reader.next() {
      row += 1
      let day = try Self.day(feature.values[date].text, path, row)
      if let long {
        let name = feature.values[long.station].text
        let station = places[name] ?? names.count
        if station == names.count {
          places[name] = station
          names.append(name)
          days.append([:])
        }
        take(feature.values[long.value].text, station, day, row)
      }
      for (station, column) in wide.enumerated() {
        take(feature.values[column].text, station, day, row)
      }
    }
    try check()
  }

  /// The mean of each station in a month over its days with values; NaN where fewer than `least`
  /// (two less in February) have any.
  func means(of month: CalendarMonth, least: Int) -> [Double] {
    let needed = month.month == 2 ? max(1, least - 2) : least
    return days.map { days in
      guard let first = month.firstDay, let end = (month + 1).firstDay else { return .nan }
      var (sum, count) = (0.0, 0)
      for day in 0..<(end - first) {
        guard let entry = days[first + day] else { continue }
        sum += entry.sum / Double(entry.count)
        count += 1
      }
      return count >= needed ? sum / Double(count) : .nan
    }
  }

  private mutating func take(_ text: String, _ station: Int, _ day: CalendarDate, _ row: Int) {
    count.read += 1
    let word = text.filter { !$0.isWhitespace }
    guard !Self.blanks.contains(word.lowercased()) else {
      count.missing += 1
      return
    }
    guard let value = Double(word), value.isFinite else {
      count.unreadable += 1
      if count.first == nil { count.first = (row, text) }
      return
    }
    guard Self.usual.contains(value) else {
      count.outside += 1
      return
    }
    let entry = days[station][day] ?? (0, 0)
    days[station][day] = (entry.sum + value, entry.count + 1)
  }

  private static func day(_ text: String, _ path: String, _ row: Int) throws -> CalendarDate {
    if let date = CalendarDate(text) ?? Moment(text)?.date { return date }
    throw CommandFailure(
      status: .badData, message: "\"\(text)\" is no day", file: path, row: row,
      hint: "Write days as in 2018-10-31, hours as in 2018-10-31 06:00.")
  }

  private func check() throws {
    guard count.unreadable * 10 <= max(1, count.read) else {
      throw CommandFailure(
        status: .badData,
        message: "\(count.unreadable) of \(count.read) values are no numbers, the first is "
          + "\"\(count.first?.text ?? "")\"", file: path, row: count.first?.row,
        hint: "Leave missing values empty or NA, and write numbers as in 35.5.")
    }
    guard days.contains(where: { !$0.isEmpty }) else {
      throw CommandFailure(
        status: .badData, message: "the file has no values between 0 and 2000 ug/m3", file: path,
        hint: "Check that it is the right file and that its unit is ug/m3.")
    }
  }
}
