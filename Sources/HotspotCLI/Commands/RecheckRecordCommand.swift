import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Records what a verification found.
struct RecheckRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Record what verifying a problem found.",
    discussion: """
      Examples:
        hotspot recheck record visit-01-1 --result done --date 2019-01-08
        hotspot recheck record visit-02-1 --result recurred
        hotspot recheck record complaint:C-17 --result false

      Results: done, partly, not_done, false (the problem was none), recurred. Many at once: \
      `hotspot import rechecks FILE` with 问题编号, 核查时间, 核查结果.
      """)

  @Argument(help: "The problem's identifier, or complaint:ID.") var problem: String
  @Option(help: "done, partly, not_done, false or recurred; or the Chinese word.")
  var result: String
  @Option(help: "The day of the visit (default: today).") var date: CalendarDate?
  @Option(help: "When it was known (default: now).") var asOf: Moment?
  @Flag(help: "Check, and change nothing.") var dryRun = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    let workspace = try place.open()
    let known = asOf ?? .now
    let visited = date.map { min(Moment($0, hour: 12), known) } ?? known
    guard (date ?? known.date) <= known.date else {
      throw CommandFailure(
        status: .usage, message: "--date \(visited.date) is after \(known)",
        hint: "A visit is recorded when it has taken place.")
    }
    let key = try ProblemWords.key(result, of: "recheck_result")
    let recheck = try recheck(key, visited, known, in: workspace, console)
    if !dryRun {
      try workspace.append(
        problems: [], rechecks: [recheck], from: "hotspot recheck record", at: .now)
    }
    let word = CampaignData.vocabulary(named: "recheck_result")?.term(key: key)
    console.say(
      zh: "\(problem) 核查结果：\(word?.zh ?? key)（\(visited.date)）",
      en: "\(problem) verified \(visited.date): \(word?.en ?? key)")
    console.result(
      "",
      json: .object([
        .init("problem", .string(problem)), .init("result", .string(key)),
        .init("visited_at", .string(visited.description)), .init("dry_run", .bool(dryRun)),
      ]))
  }

  private func recheck(
    _ result: String, _ visited: Moment, _ known: Moment, in workspace: Workspace,
    _ console: Console
  ) throws -> Recheck {
    if problem.hasPrefix(RecheckDue.complaintPrefix) {
      let id = String(problem.dropFirst(RecheckDue.complaintPrefix.count))
      guard try workspace.facts(asOf: known).complaints.contains(where: { $0.id == id }) else {
        throw CommandFailure(
          status: .badData, message: "there is no complaint \(id)",
          hint: "See `hotspot recheck due` for the identifiers.")
      }
      return Recheck(problemID: problem, visitedAt: visited, result: result, knownAt: known)
    }
    let ledger = try workspace.problemLedger(asOf: known)
    do throws(ProblemRefusal) {
      return try ledger.recheck(
        problem, result: result, visitedAt: visited, knownAt: known)
    } catch {
      throw ProblemSteps(workspace: workspace, console: console, isDryRun: false)
        .failure([error], of: 1)
    }
  }
}
