import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Terminal

/// What is due for more than a correction: cells, counties, cities.
struct RankEscalateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate",
    abstract: "Tell which cells, counties and cities are due for a notice or an interview.",
    discussion: """
      Examples:
        hotspot rank escalate -w campaign
        hotspot rank escalate --month 2018-11 --table cells --of csv
        hotspot rank escalate --from 2018-11-12          cities by visits from that day on

      Cells: alerted three months running or six times in all (announcement of 2018-08-26), with \
      their counties, whose heads are to be interviewed. Cities: the plan of 2018, section 5.5, gives \
      no numbers; the rule's are settings (city_excess_chance, city_overdue_share).
      """)

  /// The tables.
  enum Table: String, CaseIterable, ExpressibleByArgument {
    case cells, counties, cities
  }

  @Option(help: "The month of the alerts (default: the last with monthly alerts).")
  var month: String?
  @Option(help: "Count visits from this day on (default: setting rank_history_days before).")
  var from: CalendarDate?
  @Option(help: "Only one table: cells, counties or cities.") var table: Table?
  @Flag(help: "Show cities for which nothing is due too.") var all = false
  @OptionGroup var options: RankOptions

  func validate() throws {
    guard month.map({ CalendarMonth($0) != nil }) ?? true else {
      throw ValidationError("\"\(month ?? "")\" is no month, as in 2018-11.")
    }
  }

  func run() throws {
    try options.check()
    let console = options.manner.console()
    var days: ClosedRange<CalendarDate>?
    let desk = try RankingDesk(options.place, asOf: options.asOf, console: console) { known in
      let wanted = try EscalationListing.days(from: from, known: known)
      days = wanted
      return wanted
    }
    guard let days else { return }
    var listing = try EscalationListing(
      desk: desk, days: days, month: month.flatMap { CalendarMonth($0) }
    ).listing(all: all)
    if let table { listing.tables = listing.tables.filter { $0.key == table.rawValue } }
    try options.deliver(listing, console: console)
  }
}
