import ArgumentParser
import CampaignData
import Publishing
import Store
import Terminal

/// The week's list of teams.
struct RankWeekCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week",
    abstract: "Rank the teams of a week; the first ten are praised.",
    discussion: """
      Examples:
        hotspot rank week latest -w campaign              the ten to be praised
        hotspot rank week 2018-12-17 --all --of csv -o week.csv
        hotspot rank week latest --compare                how far last week's order lasts

      The score is made of points found (severity, quality) over points to be expected at the very \
      sites that were visited, drawn towards the mean as far as it rests on little, and of the number \
      of visits over that which driving left time for. Weights are settings (group ranking).
      """)

  @Argument(help: "A day of the week, as in 2018-12-17, or latest.") var week: String
  @Option(help: "How many are praised (default: setting praised_teams).") var top: Int?
  @Flag(help: "Show all teams.") var all = false
  @Flag(help: "Tell how far the order of the week before lasts into this one.")
  var compare = false
  @OptionGroup var options: RankOptions

  func validate() throws {
    guard week == "latest" || CalendarDate(week) != nil else {
      throw ValidationError("\"\(week)\" is neither a day, as in 2018-12-17, nor latest.")
    }
    guard top.map({ (1...1000).contains($0) }) ?? true else {
      throw ValidationError("--top is 1 to 1000.")
    }
  }

  func run() throws {
    try options.check()
    let console = options.manner.console()
    let moment = min(options.asOf ?? .now, .now)
    var days: ClosedRange<CalendarDate>?
    let desk = try RankingDesk(options.place, asOf: moment, console: console) { known in
      let week = try WeekListing.week(
        CalendarDate(week), known: known, openDay: moment.date)
      days = week
      return week
    }
    guard let days else { return }
    let listing = WeekListing(
      desk: desk, days: days, top: top ?? desk.workspace.settings.integer("praised_teams"))
    var text = listing.listing(all: all)
    if compare { text.notes.append(listing.stability) }
    try options.deliver(text, console: console)
  }
}
