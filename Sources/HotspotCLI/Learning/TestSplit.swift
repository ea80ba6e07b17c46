import CampaignData
import Geo
import Terminal

/// Says which rows of a table of inspections are fitted and which are scored.
struct TestSplit {
  let columns: InspectionColumns
  let file: String

  /// A mark for each row kept, rows being in order of time: true for a test row.
  func marks(
    _ read: InspectionOutcomes, kept: [Int], days: [Double], record: inout AnalysisRecord
  ) throws -> [Bool] {
    let marks: [Bool]
    if columns.test != nil {
      marks = try fromColumn(read, kept: kept)
    } else if let first = columns.firstTestDay {
      marks = days.map { $0 >= first }
    } else {
      marks = lastThird(days)
    }
    let tests = marks.count { $0 }
    guard tests > 0, tests < marks.count else {
      let what = tests == 0 ? "there are no test rows" : "there are no training rows"
      throw CommandFailure(
        status: .badData, message: "\(what) among \(marks.count) with date and outcome", file: file,
        hint: "Say with --test which rows are test rows: a column of 0 and 1, or the first day.")
    }
    tell(marks, days, &record)
    return marks
  }

  private func fromColumn(_ read: InspectionOutcomes, kept: [Int]) throws -> [Bool] {
    let name = columns.names.test ?? ""
    try read.checkMarks(column: name, file: file)
    return try kept.map { row in
      guard !read.values[row].isNaN else {
        throw CommandFailure(
          status: .badData, message: "\(name) is empty", file: file, row: row + 1,
          hint: "Mark every row: 1 for a test row, 0 for a training row.")
      }
      return read.values[row] > 0.5
    }
  }

  /// The last third of the rows, from the beginning of a day.
  private func lastThird(_ days: [Double]) -> [Bool] {
    guard !days.isEmpty else { return [] }
    let first = days[days.count - max(1, days.count / 3)].rounded(.down)
    return days.map { $0 >= first }
  }

  private func tell(_ marks: [Bool], _ days: [Double], _ record: inout AnalysisRecord) {
    let tests = days.indices.filter { marks[$0] }
    let fitted = days.indices.filter { !marks[$0] }
    let (firstTest, lastFitted) = (days[tests[0]], days[fitted[fitted.count - 1]])
    record.note(
      "split",
      zh: "训练 \(fitted.count) 行（至 \(date(lastFitted))），检验 \(tests.count) 行"
        + "（\(date(firstTest)) 至 \(date(days[tests[tests.count - 1]]))）。",
      en: "Training rows: \(fitted.count), to \(date(lastFitted)); test rows: \(tests.count), "
        + "\(date(firstTest)) to \(date(days[tests[tests.count - 1]])).")
    let late = fitted.count { days[$0] >= firstTest }
    guard late > 0 else { return }
    record.warn(
      "order",
      zh: "\(late) 个训练行不早于第一个检验行（\(date(firstTest))）：模型看到了未来，结果偏好。",
      en: "Training rows that are not before the first test row (\(date(firstTest))): \(late). The "
        + "fit has seen what came later, and the figures flatter it.")
  }

  private func date(_ day: Double) -> String {
    CalendarDate(daysSince1970: Int(day.rounded(.down))).description
  }
}

extension InspectionOutcomes {
  /// Takes a mark of a test row: what an outcome may be, and also the words test and train.
  mutating func addMark(_ value: FieldValue) {
    guard case .text(let text) = value else { return add(value) }
    let folded = text.trimmed.lowercased()
    if ["test", "valid", "holdout", "hold-out", "eval"].contains(where: folded.hasPrefix) {
      add(.integer(1))
    } else if ["train", "fit", "learn"].contains(where: folded.hasPrefix) {
      add(.integer(0))
    } else {
      add(value)
    }
  }

  /// Throws if a value is no mark.
  func checkMarks(column: String, file: String) throws {
    do {
      try check(column: column, file: file)
    } catch let failure as CommandFailure {
      throw CommandFailure(
        status: .badData, message: failure.message, file: file, row: failure.row,
        hint: "Mark test rows with 1, training rows with 0; or give their first day.")
    }
    guard counted == 0, words.isEmpty else {
      throw CommandFailure(
        status: .badData, message: "\(column) has values other than marks of 0 and 1", file: file,
        hint: "Mark test rows with 1, training rows with 0; or give their first day.")
    }
  }
}
