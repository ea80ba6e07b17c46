import ArgumentParser
import CampaignData
import Inspection
import Terminal

/// The office's review of reported problems.
struct ProblemsReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Accept reported problems for the hand-over, or return them with a reason.",
    discussion: """
      Examples:
        hotspot problems review visit-01-1 visit-02-1 --accept
        hotspot problems review visit-03-1 --return 照片不清
        hotspot problems review --file accepted.csv --accept
        hotspot problems review --all --accept --city 保定 --as-of 2018-12-24T18:00

      The office reviews each day what teams report (the plan of 2018, section 5.3). One refusal leaves \
      all as they were.
      """)

  @Argument(help: "The problems' identifiers.") var ids: [String] = []
  @Option(help: "A CSV file with the identifiers in its first column.") var file: String?
  @Flag(help: "All that are reported and not reviewed yet.") var all = false
  @Option(help: "With --all, only this city, by its name or code.") var city: String?
  @Flag(help: "Accept them.") var accept = false
  @Option(name: .customLong("return"), help: "Return them, for this reason.") var reason: String?
  @Option(help: "When they are reviewed (default: now).") var asOf: Moment?
  @Flag(help: "Check, and change nothing.") var dryRun = false
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard accept != (reason != nil) else {
      throw ValidationError("Say --accept or --return REASON.")
    }
    guard [!ids.isEmpty, file != nil, all].count(where: \.self) == 1 else {
      throw ValidationError("Name problems by identifiers, by --file, or --all: one of the three.")
    }
    guard city == nil || all else { throw ValidationError("--city goes with --all.") }
  }

  func run() throws {
    let console = manner.console()
    let workspace = try place.open()
    let moment = asOf ?? .now
    let names = try names(in: ProblemDesk(workspace, asOf: moment))
    try ProblemSteps(workspace: workspace, console: console, isDryRun: dryRun).take(
      names, to: accept ? .reviewed : .returned, at: moment, note: reason,
      command: "hotspot problems review")
  }

  private func names(in desk: @autoclosure () throws -> ProblemDesk) throws -> [String] {
    if let file { return try IdentifierFile(path: file).identifiers() }
    guard all else { return ids }
    var filter = ProblemBook.Filter()
    filter.states = [.open]
    filter.cityCode = try city.map(PlaceWords.cityCode)
    return try desk().book.records(filter).map(\.problem.id)
  }
}
