import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Opens a round's secret.
struct AuditRevealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reveal",
    abstract: "Open a round's secret after the round, and put together what an outsider needs.",
    discussion: """
      Example:
        hotspot audit reveal --round 14 -o round-14-audit

      The folder holds the record, the facts, the plans and the secret; `hotspot audit verify --all \
      -w round-14-audit` checks it anywhere. It holds complaints and firms too: hand it to auditors, \
      and publish the hash.
      """)

  @Option(help: "Number of the round.") var round: Int
  @Option(name: .shortAndLong, help: "Folder to make for outsiders.") var output: String?
  @Flag(help: "Before the round is over, with --by and --reason.") var early = false
  @Option(help: "The moment that counts as now (default: now).") var asOf: Moment?
  @OptionGroup var signing: SigningOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    guard let lastDay = CampaignData.rounds.round(round)?.lastDay else {
      throw PlanError.unknownRound(round)
    }
    let reason = try checkTime(lastDay)
    let workspace = try place.open()
    let lines = try workspace.reveal(
      round: round, early: reason, program: Program.version, at: .now)
    if lines.isEmpty {
      console.say(zh: "第 \(round) 轮此前已公开。", en: "Round \(round) was opened before.")
    }
    var members: [JSONText.Member] = [
      .init("round", .integer(round)),
      .init("hash", .optional(lines.last?.hash)), .init("folder", .optional(output)),
    ]
    if let output {
      let files = try workspace.takeAway(round: round, to: output)
      members.append(.init("files", .integer(files)))
      console.say(
        zh: "\(files) 个文件：\(output)；核查：hotspot audit verify --all -w \(output)",
        en: "\(files) files: \(output); check them with: hotspot audit verify --all -w \(output)")
    }
    console.result(
      lines.map { AuditWords.paper($0.hash) + "\n" }.joined(), json: .object(members))
  }

  /// Throws before the round is over, unless somebody answers for it.
  private func checkTime(_ lastDay: CalendarDate) throws -> String? {
    guard (asOf ?? .now) < Moment(lastDay + 1) else { return nil }
    guard early, let both = signing.both else {
      throw CommandFailure(
        status: .usage, message: "round \(round) lasts until \(lastDay)",
        hint: "Open it afterwards; before that only with --early --by NAME --reason TEXT, and "
          + "everybody can then compute its plans.")
    }
    return "\(both.by): \(both.reason)"
  }
}
