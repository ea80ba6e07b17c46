import ArgumentParser
import CampaignData
import Publishing
import Terminal

/// A round's circular: cities and senders.
struct RankRoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round",
    abstract: "Tell a round's problems by city and type, and how sending cities did.",
    discussion: """
      Examples:
        hotspot rank round 13 -w campaign
        hotspot rank round 13 --table senders --of csv -o senders-13.csv

      A team's sender is the city that most of its members are from. The ten best are praised; named \
      as lagging are those that are surely below the mean (setting laggard_chance).
      """)

  /// The tables of a round.
  enum Table: String, CaseIterable, ExpressibleByArgument {
    case cities, types, senders, laggards
  }

  @Argument(help: "The round, 1 to 21.") var round: Int
  @Option(help: "Only one table: cities, types, senders or laggards.") var table: Table?
  @Flag(help: "Show all rows.") var all = false
  @OptionGroup var options: RankOptions

  func run() throws {
    try options.check()
    let console = options.manner.console()
    let desk = try RankingDesk(options.place, asOf: options.asOf, console: console) {
      try NamedRound.round(round, known: $0).days
    }
    let named = try NamedRound.round(round, known: desk.known)
    var listing = try RoundListing(desk: desk, round: named).listing(all: all)
    if let table {
      listing.tables = listing.tables.filter { $0.key == table.rawValue }
      guard !listing.tables.isEmpty else { throw NamedRound.noCrews }
    }
    try options.deliver(listing, console: console)
  }
}
