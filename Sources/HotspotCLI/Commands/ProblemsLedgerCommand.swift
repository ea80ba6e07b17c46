import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Terminal

/// A city's ledger of problems with everything that happened to them.
struct ProblemsLedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Show every step of a city's problems, with when and from where.",
    discussion: """
      Examples:
        hotspot problems ledger --city 保定
        hotspot problems ledger --city 130600 --of csv -o baoding.csv
        hotspot problems ledger --problem visit-01-1

      Nothing in it is ever replaced: a step is a new row. Steps that the rules do not have are shown \
      and lead nowhere.
      """)

  @Option(help: "The city, by its name or code.") var city: String?
  @Option(help: "A problem's identifier; may be repeated.") var problem: [String] = []
  @Option(help: "As of this moment (default: now).") var asOf: Moment?
  @OptionGroup var file: ProblemFileOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard city != nil || !problem.isEmpty else {
      throw ValidationError("Name a city with --city, or problems with --problem.")
    }
  }

  func run() throws {
    let console = manner.console()
    try file.check()
    var filter = ProblemBook.Filter()
    filter.cityCode = try city.map(PlaceWords.cityCode)
    let desk = try ProblemDesk(place.open(), asOf: asOf ?? .now)
    for id in problem where desk.ledger[id] == nil {
      throw CommandFailure(
        status: .usage, message: "there is no problem \(id)",
        hint: "See `hotspot problems list` for the identifiers.")
    }
    let records = desk.book.records(filter).filter {
      problem.isEmpty || problem.contains($0.problem.id)
    }
    try file.deliver(ProblemTables.history(records), console)
    let odd = records.reduce(0) { $0 + $1.history.events.count { !$0.isAllowed } }
    if odd > 0 {
      console.warn(
        console.language.pick(
          zh: "\(odd) 步不合规则，不改变状态", en: "\(odd) steps are none that the rules have"))
    }
  }
}
