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

  @OptionGroup var letter: LetterOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    let scope = try letter.scope()
    try letter.file.check()
    let workspace = try place.open()
    if letter.file.format.isPrinted {
      try Companion.print.run(
        ["problems", "letter"] + letter.arguments + ["-w", place.workspace] + manner.arguments)
    }
    let desk = try ProblemDesk(workspace, asOf: letter.file.asOf ?? .now)
    let made = desk.letter(round: letter.round, scope: scope)
    console.say(
      zh: "第 \(letter.round) 轮次 \(made.count) 个问题",
      en: "\(made.count) problems of round \(letter.round)")
    try ListDelivery(options: letter.file, console: console).deliver(made.list)
  }
}
