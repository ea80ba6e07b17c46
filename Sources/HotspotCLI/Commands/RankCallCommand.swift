import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Terminal

/// Which teams' senders are to be called.
struct RankCallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call",
    abstract: "Tell which teams found clearly too little for three days or more.",
    discussion: """
      Examples:
        hotspot rank call -w campaign                     on the last day with visits
        hotspot rank call 2018-12-20 --all --of csv

      For each run of three days and more up to the day: the exact chance that an ordinary team \
      finds no more points at the very sites that were visited. The level is set by simulation, so \
      that of a hundred ordinary teams one is called about in a round (setting \
      call_false_alarm_rate). hotspot rank trial measures it beside the naive rule.
      """)

  @Argument(help: "The day, as in 2018-12-20 (default: the last with visits).")
  var day: CalendarDate?
  @Flag(help: "Show all teams.") var all = false
  @Option(help: "Seed of the simulation.") var seed: UInt64 = 1
  @OptionGroup var options: RankOptions

  func run() throws {
    try options.check()
    let console = options.manner.console()
    var wanted: CalendarDate?
    let desk = try RankingDesk(options.place, asOf: options.asOf, console: console) { known in
      let last = day ?? known.upperBound
      wanted = last
      let round = try CallListing.round(of: last, known: known)
      return round.firstDay...last
    }
    guard let wanted else { return }
    let listing = try CallListing(desk: desk, day: wanted, seed: seed)
    try options.deliver(listing.listing(all: all), console: console)
  }
}
