import ArgumentParser
import CampaignData
import Publishing
import Terminal

/// The formal list of a round.
struct ProblemsLetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter",
    abstract: "Make the formal list of a round's problems for a city, county or province.",
    discussion: """
      Examples:
        hotspot problems letter 13 -o round-13.pdf                  all cities
        hotspot problems letter 13 --city 保定 -o baoding.pdf
        hotspot problems letter 13 --county 130602 -o county.xlsx
        hotspot problems letter 13 --province 河北省 -o hebei.html

      Holds what was found in the round and handed over (the plan of 2018, section 5.3).
      """)

  @Argument(help: "The round, 1 to 21.") var round: Int
  @Option(help: "Only this county, by its code or name.") var county: String?
  @Option(help: "Only this province.") var province: String?
  @OptionGroup var options: HandOverOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    let number = try RoundWords.round(round).number
    let scope = try LetterScope(city: options.city, county: county, province: province)
    try options.check()
    let workspace = try place.open()
    if options.format.isPrinted {
      try Companion.print.run(
        ["problems", "letter", "\(number)"] + (county.map { ["--county", $0] } ?? [])
          + (province.map { ["--province", $0] } ?? []) + options.arguments
          + ["-w", place.workspace] + manner.arguments)
    }
    let desk = try ProblemDesk(workspace, asOf: options.asOf ?? .now)
    let made = desk.letter(round: number, scope: scope)
    console.say(
      zh: "第 \(number) 轮次 \(made.count) 个问题", en: "\(made.count) problems of round \(number)")
    try ListDelivery(options: options, console: console).deliver(made.list)
  }
}
