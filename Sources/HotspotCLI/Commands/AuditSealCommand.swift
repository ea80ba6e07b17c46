import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Seals a round.
struct AuditSealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Draw a round's secret, and fix facts, settings and weights before the round.",
    discussion: """
      Example:
        hotspot audit seal --round 14 --as-of 2018-12-22T18:00 \\
          --beacon "Double Colour Ball of 2018-12-23, all numbers ascending"

      Prints the hash to publish before the round: it binds the secret, the settings, the program's \
      version and all facts known by then. Keep the folder of keys: without the secret nothing can \
      be proven.
      """)

  @Option(help: "Number of the round, 1 to 21.") var round: Int
  @Option(help: "Seal what was known by this moment (default: now).") var asOf: Moment?
  @Option(
    help: ArgumentHelp(
      "A public number, drawn after the hash is published, that goes into the secret.",
      valueName: "source"))
  var beacon: String?
  @Flag(help: "Seal a sealed round once more, with --reason; both seals stay.") var again = false
  @OptionGroup var signing: SigningOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    guard let days = CampaignData.rounds.round(round)?.days else {
      throw PlanError.unknownRound(round)
    }
    guard !again || signing.reason?.isEmpty == false else {
      throw CommandFailure(
        status: .usage, message: "--again needs a reason", hint: "Add --reason TEXT.")
    }
    let workspace = try place.open()
    var stopwatch = Stopwatch()
    let moment = asOf ?? .now
    let why = [signing.by, signing.reason].compactMap(\.self).joined(separator: ": ")
    let line = try workspace.seal(
      round: round, asOf: moment, beacon: beacon, again: again ? why : nil,
      program: Program.version, at: .now)
    console.step(zh: "封存第 \(round) 轮", en: "round \(round) sealed", seconds: stopwatch.seconds())
    if moment >= Moment(days.lowerBound) {
      console.warn(
        console.language.pick(
          zh: "第 \(round) 轮已于 \(days.lowerBound) 开始：此前的计划没有封存可依",
          en: "round \(round) began on \(days.lowerBound): nothing sealed speaks for plans before"))
    }
    show(line, console)
  }

  private func show(_ line: RecordLine, _ console: Console) {
    let paper = AuditWords.paper(line.hash)
    console.result(
      paper + "\n",
      json: .object([
        .init("round", .integer(round)), .init("hash", .string(line.hash)),
        .init("line", .integer(line.number)), .init("beacon", .optional(beacon)),
      ]))
    console.say(
      zh: "请在 \(CampaignData.rounds.round(round)?.firstDay.description ?? "") 之前公布以上哈希。",
      en:
        "Publish this hash before \(CampaignData.rounds.round(round)?.firstDay.description ?? "")."
    )
    guard let beacon else { return }
    console.say(
      zh: "开奖后：hotspot audit beacon --round \(round) 号码（\(beacon)）",
      en: "Once it is drawn (\(beacon)): hotspot audit beacon --round \(round) NUMBER")
  }
}
