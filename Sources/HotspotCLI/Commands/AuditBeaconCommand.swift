import ArgumentParser
import Inspection
import Publishing
import Store
import Terminal

/// Records the public number that a seal named.
struct AuditBeaconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beacon",
    abstract: "Record the public number that a round's seal named, once it is drawn.",
    discussion: """
      Example:
        hotspot audit beacon --round 14 "02 09 11 17 25 30 + 08"
      """)

  @Argument(help: "The number, as it was made public.") var number: String
  @Option(help: "Number of the round.") var round: Int
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let console = output.console()
    let line = try place.open().recordBeacon(
      round: round, value: number, program: Program.version, at: .now)
    let hash = line?.hash ?? ""
    console.result(
      AuditWords.paper(hash) + "\n",
      json: .object([.init("round", .integer(round)), .init("hash", .string(hash))]))
    console.say(
      zh: "第 \(round) 轮的密钥现已包含此号码。", en: "Round \(round)'s secret now has this number in it.")
  }
}
