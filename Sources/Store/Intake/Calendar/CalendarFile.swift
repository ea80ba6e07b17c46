public import CampaignData
import Geo

/// A calendar of rounds that somebody wrote: a table with a line for each phase, pause and round.
///
/// Its columns are those that `hotspot campaign show --csv` writes: kind, number, phase, first_day,
/// last_day, handover, verification_from, name_zh, name_en.
public struct CalendarFile {
  private let path: String
  private var positions: [String: Int] = [:]
  private var phases: [Phase] = []
  private var rounds: [CampaignRound] = []
  private var pauses: [Pause] = []

  private init(path: String) {
    self.path = path
  }

  /// Reads a calendar; its parts come in the order of their first days.
  ///
  /// Throws `StoreError` with the row of what cannot be a calendar at all; that its parts contradict
  /// each other is no error here.
  public static func read(_ path: String) throws(StoreError) -> RoundCalendar {
    var file = CalendarFile(path: path)
    do {
      var reader = try VectorReader(path: path)
      try file.locateColumns(reader.fields.map(\.name))
      // Rows as a text editor numbers them, as for all imports.
      var row = reader.driver == "CSV" ? 1 : 0
      while let feature = try reader.next() {
        row += 1
        try file.take(feature.values.map(Self.text), row: row)
      }
    } catch let error as GDALError {
      throw StoreError(reading: error)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(
        .software, "\(error)", file: path, nextStep: "Report it with the file.")
    }
    guard !file.phases.isEmpty, !file.rounds.isEmpty else {
      throw StoreError(
        .badData, "holds no \(file.phases.isEmpty ? "phase" : "round")", file: path,
        expected: "lines of kind phase, pause and round",
        nextStep: "Begin with the plan's: `hotspot campaign show --csv > \(path)`.")
    }
    return RoundCalendar(
      phases: file.phases.sorted { $0.firstDay < $1.firstDay },
      rounds: file.rounds.sorted { $0.firstDay < $1.firstDay },
      pauses: file.pauses.sorted { $0.firstDay < $1.firstDay })
  }

  private static func text(_ value: FieldValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): PlainText.halfWidth(text)
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    }
  }

  private mutating func locateColumns(_ names: [String]) throws(StoreError) {
    for (index, name) in names.enumerated() { positions[name.lowercased()] = index }
    for name in ["kind", "first_day", "last_day"] where positions[name] == nil {
      throw StoreError(
        .badData, "has no column \(name)", file: path, found: names.joined(separator: ", "),
        nextStep: "Begin with the plan's: `hotspot campaign show --csv`.")
    }
  }

  private mutating func take(_ values: [String], row: Int) throws(StoreError) {
    let line = Line(values: values, positions: positions, path: path, row: row)
    let days = try line.days()
    let names = (line.text("name_zh"), line.text("name_en"))
    switch line.text("kind") {
    case "phase":
      phases.append(
        Phase(
          number: try line.number("number"), days: days, regions: Region.allCases,
          nameZH: names.0, nameEN: names.1))
    case "pause": pauses.append(Pause(days: days, nameZH: names.0, nameEN: names.1))
    case "round":
      rounds.append(
        CampaignRound(
          number: try line.number("number"), phase: try line.number("phase"), days: days,
          hasHandover: try line.flag("handover"),
          verificationFrom: try line.optionalDate("verification_from"), source: path))
    case let kind:
      throw line.failure("kind", found: kind, expected: "phase, pause or round")
    }
  }

  /// A line of the file.
  private struct Line {
    let values: [String]
    let positions: [String: Int]
    let path: String
    let row: Int

    func text(_ column: String) -> String { positions[column].map { values[$0] } ?? "" }

    func days() throws(StoreError) -> ClosedRange<CalendarDate> {
      let (first, last) = (try date("first_day"), try date("last_day"))
      guard first <= last else {
        throw failure("last_day", found: last.description, expected: "a day from \(first) on")
      }
      return first...last
    }

    func date(_ column: String) throws(StoreError) -> CalendarDate {
      guard let date = try optionalDate(column) else {
        throw failure(column, found: "", expected: "a day such as 2018-11-12")
      }
      return date
    }

    func optionalDate(_ column: String) throws(StoreError) -> CalendarDate? {
      let text = text(column)
      guard !text.isEmpty else { return nil }
      guard let date = CalendarDate(text) else {
        throw failure(column, found: text, expected: "a day such as 2018-11-12")
      }
      return date
    }

    func number(_ column: String) throws(StoreError) -> Int {
      guard let number = Int(text(column)), (1...1000).contains(number) else {
        throw failure(column, found: text(column), expected: "a number from 1 on")
      }
      return number
    }

    func flag(_ column: String) throws(StoreError) -> Bool {
      switch text(column).lowercased() {
      case "yes", "true", "1", "是": true
      case "no", "false", "0", "否", "": false
      case let other: throw failure(column, found: other, expected: "yes or no")
      }
    }

    func failure(_ column: String, found: String, expected: String) -> StoreError {
      StoreError(
        .badData, "cannot be used", file: path, row: row, column: column, found: found,
        expected: expected, nextStep: "Correct the cell and check again.")
    }
  }
}
