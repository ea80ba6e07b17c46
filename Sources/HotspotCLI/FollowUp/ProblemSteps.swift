import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Carries out steps of problems: all of them or, if one is refused, none.
struct ProblemSteps {
  let workspace: Workspace
  let console: Console
  let isDryRun: Bool

  /// The same step of several problems.
  ///
  /// Throws `CommandFailure` naming every refusal, of which the first ten.
  func take(
    _ ids: [String], to state: ProblemState, at moment: Moment, note: String?, command: String
  ) throws {
    let ledger = try workspace.problemLedger(asOf: moment)
    var versions: [FoundProblem] = []
    var refusals: [ProblemRefusal] = []
    for id in ids {
      do throws(ProblemRefusal) {
        versions.append(try ledger.step(id, to: state, at: moment, note: note))
      } catch {
        refusals.append(error)
      }
    }
    guard refusals.isEmpty else { throw failure(refusals, of: ids.count) }
    if !isDryRun {
      try workspace.append(problems: versions, from: command, at: .now)
    }
    let word = CampaignData.vocabulary(named: "problem_state")?.term(key: state.rawValue)
    console.say(
      zh: "\(versions.count) 个问题\(isDryRun ? "将" : "")变为“\(word?.zh ?? "")”",
      en: "\(versions.count) problems \(isDryRun ? "would become" : "are now") \(word?.en ?? "")")
    console.result(
      "",
      json: .object([
        .init("problems", .array(versions.map { .string($0.id) })),
        .init("state", .string(state.rawValue)), .init("dry_run", .bool(isDryRun)),
      ]))
  }

  /// The failure that refusals come to; nothing was written.
  func failure(_ refusals: [ProblemRefusal], of count: Int) -> CommandFailure {
    let texts = refusals.prefix(10).map { console.language.pick(zh: $0.zh, en: $0.en) }
    let more = refusals.count > 10 ? " … (\(refusals.count))" : ""
    return CommandFailure(
      status: .badData, message: texts.joined(separator: "; ") + more,
      hint: console.language.pick(
        zh: "\(count) 个均未改动。", en: "None of the \(count) was changed."))
  }
}
