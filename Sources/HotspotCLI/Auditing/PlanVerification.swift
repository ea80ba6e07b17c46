import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Makes plans of the record again and tells what came of it.
struct PlanVerification {
  let record: AuditRecord
  let workspace: Workspace?
  let console: Console

  /// The entries that a user names: an identifier or its beginning, a day, `round-14`; of several
  /// plans of a day the last.
  ///
  /// Throws `CommandFailure` if there is none.
  func entries(named name: String) throws -> [PlanEntry] {
    let plans = record.plans.map(\.plan)
    if let day = CalendarDate(name)?.description {
      if let plan = plans.last(where: { ($0.day ?? Self.firstDay($0)) == day }) { return [plan] }
    } else if name.hasPrefix("round-"), let round = Int(name.dropFirst(6)) {
      if let plan = plans.last(where: { $0.round == round && $0.day == nil }) { return [plan] }
    } else if let plan = plans.last(where: { !name.isEmpty && $0.plan.hasPrefix(name) }) {
      return [plan]
    }
    throw CommandFailure(
      status: .inputMissing, message: "the record has no plan \(name)", file: record.root,
      hint: plans.isEmpty
        ? "It has none: plans are recorded in rounds that are sealed (hotspot audit seal)."
        : "Give an identifier, a day or round-N: "
          + plans.suffix(5).map(\.plan).joined(separator: ", ") + ".")
  }

  private static func firstDay(_ plan: PlanEntry) -> String? {
    CampaignData.rounds.round(plan.round)?.firstDay.description
  }

  /// Each plan once, the last entry of it.
  var all: [PlanEntry] {
    var seen: Set<String> = []
    return record.plans.map(\.plan).reversed().filter { seen.insert($0.plan).inserted }.reversed()
  }

  /// What came of a repetition.
  struct Result {
    var text: String
    var json: JSONText
    var isSame: Bool
  }

  /// Plans again and compares.
  func verify(_ plan: PlanEntry) throws -> Result {
    var stopwatch = Stopwatch()
    let program = record.plans.last { $0.plan == plan }.flatMap { line, _ in
      record.items.first { $0.line == line }?.entry.program
    }
    if let program, program != Program.version {
      console.warn(
        console.language.pick(
          zh: "\(plan.plan) 由版本 \(program) 制定，本程序为 \(Program.version)",
          en: "\(plan.plan) was made by version \(program); this is \(Program.version)"))
    }
    let outcome = try PlanRepetition(plan, of: record, in: workspace).run()
    console.step(zh: "重算 \(plan.plan)", en: "\(plan.plan) made again", seconds: stopwatch.seconds())
    for remark in outcome.remarks {
      console.warn(console.language.pick(zh: remark.zh, en: remark.en))
    }
    return Result(
      text: text(plan, outcome),
      json: .object([
        .init("plan", .string(plan.plan)),
        .init("identical", .bool(outcome.discrepancies.isEmpty)),
        .init("stops", .integer(outcome.stops)),
        .init("differences", .integer(outcome.discrepancies.count)),
        .init("first", .array(outcome.discrepancies.prefix(20).map(AuditWords.json))),
      ]), isSame: outcome.discrepancies.isEmpty)
  }

  private func text(_ plan: PlanEntry, _ outcome: PlanRepetition.Outcome) -> String {
    let language = console.language
    guard !outcome.discrepancies.isEmpty else {
      return language.pick(
        zh: "\(plan.plan)：重算结果完全相同（\(outcome.stops) 个停靠点）\n",
        en: "\(plan.plan): identical (\(outcome.stops) stops)\n")
    }
    let count = outcome.discrepancies.count
    let some = outcome.discrepancies.prefix(10).map { "  \($0.text)\n" }.joined()
    return language.pick(
      zh: "\(plan.plan)：有 \(count) 处不同\n", en: "\(plan.plan): differs in \(count) places\n") + some
      + (count > 10 ? "  ...\n" : "")
  }
}
