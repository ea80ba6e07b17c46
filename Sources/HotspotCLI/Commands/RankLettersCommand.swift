import ArgumentParser
import CampaignData
import Publishing
import Terminal

/// Letters of thanks to the governments of the best teams' senders.
struct RankLettersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letters",
    abstract: "Write the month's letters to the senders of each round's first three teams.",
    discussion: """
      Examples:
        hotspot rank letters 2018-12 -w campaign --lang zh
        hotspot rank letters 2018-12 --of csv -o letters.csv

      The rounds are those that ended in the month. Letters go to the province and the city that most \
      of a team's members are from.
      """)

  @Argument(help: "The month, as in 2018-12.") var month: String
  @OptionGroup var options: RankOptions

  func validate() throws {
    guard CalendarMonth(month) != nil else {
      throw ValidationError("\"\(month)\" is no month, as in 2018-12.")
    }
  }

  func run() throws {
    try options.check()
    let console = options.manner.console()
    guard let month = CalendarMonth(month) else { return }
    var rounds: [CampaignRound] = []
    let desk = try RankingDesk(options.place, asOf: options.asOf, console: console) { known in
      rounds = try LetterListing.rounds(in: month, known: known)
      return
        (rounds.first?.firstDay ?? known.lowerBound)...(rounds.last?.lastDay ?? known.upperBound)
    }
    let listing = try LetterListing(desk: desk, rounds: rounds, month: month)
    guard options.of == .text, !options.manner.json else {
      return try options.deliver(listing.listing, console: console)
    }
    try TextDocument(listing.text(console.language)).deliver(
      to: options.output, overwrite: options.overwrite, console: console)
  }
}
