import ArgumentParser
import CampaignData
import Publishing
import Terminal

/// Teams and senders that are low again and again.
struct RankLowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "low",
    abstract: "Flag teams and senders among the lowest more often than chance gives.",
    discussion: """
      Examples:
        hotspot rank low -w campaign
        hotspot rank low --weeks 12 --all --of csv

      In each of the last weeks the lowest tenth of the list is counted (settings low_rank_share, \
      low_rank_weeks). Flagged is who is there more often than luck would bring with the chance of \
      low_rank_false_alarms. A team's people change every two weeks: what repeats beyond that is its \
      seat, so look at the senders.
      """)

  @Option(help: "How many weeks (default: setting low_rank_weeks).") var weeks: Int?
  @Flag(help: "Show all, flagged or not.") var all = false
  @OptionGroup var options: RankOptions

  func validate() throws {
    guard weeks.map({ (2...52).contains($0) }) ?? true else {
      throw ValidationError("--weeks is 2 to 52.")
    }
  }

  func run() throws {
    try options.check()
    let console = options.manner.console()
    let moment = min(options.asOf ?? .now, .now)
    var last: ClosedRange<CalendarDate>?
    let desk = try RankingDesk(options.place, asOf: moment, console: console) { known in
      let week = try WeekListing.week(nil, known: known, openDay: moment.date)
      last = week
      return known.lowerBound...week.upperBound
    }
    guard let last else { return }
    let listing = try LowListing(desk: desk, last: last, weeks: weeks).listing(all: all)
    try options.deliver(listing, console: console)
  }
}
