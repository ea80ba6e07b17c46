import ArgumentParser
import CampaignData
import Inspection
import Store
import Terminal

/// Shows the pool of people.
struct CrewPeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people",
    abstract: "Show the pool by province, and whose names came late.",
    discussion: """
      Examples:
        hotspot crew people                    the pool
        hotspot crew people --round 14         those named for a round, due on the 15th before it
      """)

  @Option(help: "Only those named for a round, or for any.") var round: Int?
  @Option(help: "With what was known by this moment (default: now).") var asOf: Moment?
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    if let round { try CrewDesk.check(round...round) }
    let desk = try CrewDesk(place.open(), asOf: asOf ?? .now)
    try desk.requirePeopleAndTeams()
    let pool = PoolReport(
      people: desk.people.filter { person in
        round.map { person.rounds.isEmpty || person.rounds.contains($0) } ?? true
      }, round: round, rules: desk.rules)
    console.result(pool.text(console.language), json: pool.json)
  }
}
