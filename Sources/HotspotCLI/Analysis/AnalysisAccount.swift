import CampaignData
import Geo
import Publishing
import Terminal

/// What an analysis came to, for people and programs.
struct AnalysisAccount {
  /// The file written.
  let output: String
  /// How many points counted.
  private(set) var used: Int
  /// How many lay outside of the study area.
  private var outside = 0
  private let input: PlacedPoints
  /// What the analysis found, behind what is common to all.
  var members: [JSONText.Member] = []
  /// What was decided, and what a reader should beware of.
  var record = AnalysisRecord()
  /// What was odd about the files.
  var warnings: [String]

  /// Begins with where the points are from.
  init(output: String, input: PlacedPoints) {
    self.output = output
    self.input = input
    warnings = input.table.warnings
    used = input.used
    record.note(input)
  }

  /// Takes points out of those used.
  mutating func leaveOut(outside count: Int) {
    outside += count
    used -= count
  }

  /// Prints the record to standard error, the account to standard output.
  func tell(_ console: Console, report: String?, overwrite: Bool) throws {
    for warning in warnings { console.warn(warning) }
    try record.tell(console, report: report, overwrite: overwrite)
    let all = counts + members
    guard output != "-" else {
      console.say(zh: text(all), en: text(all))
      return
    }
    console.result(
      text(all) + "\n",
      json: .object(
        all + [
          .init("record", record.json), .init("remarks", record.remarks),
          .init("warnings", .array(warnings.map { .string($0) })),
        ]))
  }

  /// What became of the points.
  private var counts: [JSONText.Member] {
    let count = input.table.count
    var members: [JSONText.Member] = [
      .init("output", .string(output)), .init("read", .integer(count.read)),
      .init("used", .integer(used)), .init("blank", .integer(count.blank)),
      .init("unreadable", .integer(count.unreadable)),
      .init("unplaced", .integer(count.used - input.used)),
      .init("outside", .integer(outside)),
    ]
    if case .workspace(let facts) = input.origin {
      members += [
        .init("facts", .string(facts.choice.kind.rawValue)), .init("known", .integer(facts.known)),
        .init("as_of", .string(facts.asOf.description)),
        .init("refused", .integer(facts.refused)), .init("unasked", .integer(facts.unasked)),
      ]
    }
    if let period = input.period {
      members += [
        .init("since", .string(period.first.description)),
        .init("until", .string(period.last.description)),
        .init("undated", .integer(count.undated)), .init("other_days", .integer(count.untimely)),
      ]
    }
    return members + [.init("crs", .string(input.plane.name))]
  }

  /// A line for each member.
  private func text(_ members: [JSONText.Member]) -> String {
    members.map { member in
      let value = if case .string(let text) = member.value { text } else { member.value.compact }
      return "\(member.name): \(value)"
    }.joined(separator: "\n")
  }
}

extension AnalysisRecord {
  /// The doubts alone, as `{"code","message"}`.
  var remarks: JSONText {
    .array(
      entries.filter(\.isWarning).map {
        .object([.init("code", .string($0.topic)), .init("message", .string($0.en))])
      })
  }
}
