import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Terminal

/// Lists problems as they stand.
struct ProblemsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List problems with place, type, state and deadline.",
    discussion: """
      Examples:
        hotspot problems list                              all, as they stand now
        hotspot problems list --state open --city 石家庄
        hotspot problems list --overdue --of csv -o overdue.csv
        hotspot problems list --round 13 --as-of 2018-12-24T20:00

      Overdue: the deadline has passed and nobody has said that it was put right.
      """)

  @Option(help: "Only this city, by its name or code.") var city: String?
  @Option(help: "Only this county, by its code or name.") var county: String?
  @Option(help: "Only what was found in this round.") var round: Int?
  @Option(help: "Only in this state, by its key or Chinese word; may be repeated.")
  var state: [String] = []
  @Option(help: "Only this topic, by its key or Chinese name.") var topic: String?
  @Flag(help: "Only what is overdue.") var overdue = false
  @Option(help: "As of this moment (default: now).") var asOf: Moment?
  @OptionGroup var file: ProblemFileOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    let moment = asOf ?? .now
    let filter = try filter(on: moment.date)
    try file.check()
    let desk = try ProblemDesk(place.open(), asOf: moment)
    let records = desk.book.records(filter)
    try file.deliver(ProblemTables.problems(records, on: moment.date), console)
    console.say(
      zh: "\(records.count) 个问题，共 \(desk.book.records.count) 个",
      en: "\(records.count) of \(desk.book.records.count) problems")
  }

  private func filter(on day: CalendarDate) throws -> ProblemBook.Filter {
    var filter = ProblemBook.Filter()
    filter.cityCode = try city.map(PlaceWords.cityCode)
    filter.countyCode = try county.map(PlaceWords.countyCode)
    filter.round = try round.map { try RoundWords.round($0).number }
    filter.states = Set(try state.map(ProblemWords.state))
    filter.topic = try topic.map { try ProblemWords.key($0, of: "topic") }
    filter.overdueOn = overdue ? day : nil
    return filter
  }
}
