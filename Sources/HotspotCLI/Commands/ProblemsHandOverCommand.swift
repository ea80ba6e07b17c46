import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// The day's hand-over to local governments.
struct ProblemsHandOverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand-over",
    abstract: "Make the day's list of problems for local governments, and hand them over.",
    discussion: """
      Examples:
        hotspot problems hand-over 2018-12-24                      what would be on the list
        hotspot problems hand-over 2018-12-24 --commit -o list.pdf
        hotspot problems hand-over 2018-12-24 --commit --city 保定 -o baoding.xlsx
        hotspot problems hand-over 2018-12-24 -o again.csv         the same list again

      --commit hands over all that the office accepted, with a deadline by severity (settings \
      deadline_days_*), in one transaction. A day's list printed again later has the same bytes.
      """)

  @Argument(help: "The day, as in 2018-12-24.") var date: CalendarDate
  @Flag(help: "Hand over what is accepted.") var commit = false
  @Option(help: "Days to the deadline, whatever the severity.") var deadlineDays: Int?
  @OptionGroup var options: HandOverOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    if let deadlineDays, !(1...366).contains(deadlineDays) {
      throw ValidationError("--deadline-days is 1 to 366.")
    }
    guard deadlineDays == nil || commit else {
      throw ValidationError("--deadline-days sets deadlines: it goes with --commit.")
    }
  }

  func run() throws {
    let console = manner.console()
    try options.check()
    let workspace = try place.open()
    let city = try options.city.map(PlaceWords.cityCode)
    if commit { try handOver(workspace, city, console) }
    if options.format.isPrinted {
      try Companion.print.run(
        ["problems", "hand-over", date.description] + options.arguments
          + ["-w", place.workspace] + manner.arguments)
    }
    let made = try ProblemDesk.handOver(
      on: date, cityCode: city, in: workspace, asOf: options.asOf ?? .now)
    tell(made.count, isDraft: made.isDraft, console)
    try ListDelivery(options: options, console: console).deliver(made.list)
  }

  private func tell(_ count: Int, isDraft: Bool, _ console: Console) {
    if isDraft {
      console.say(
        zh: "草稿：\(count) 个已复审待交办；加 --commit 交办",
        en: "draft: \(count) problems are reviewed and wait; --commit hands them over")
    } else {
      console.say(zh: "当日交办 \(count) 个问题", en: "\(count) problems handed over that day")
    }
  }

  /// Hands over on the day named: now, or in the evening of a day that is over.
  private func handOver(_ workspace: Workspace, _ city: String?, _ console: Console) throws {
    let now = options.asOf ?? .now
    let moment = now.date == date ? now : Moment(date, hour: 20)
    guard moment <= now else {
      throw CommandFailure(
        status: .usage, message: "\(date) is not here yet at \(now)",
        hint: "Hand over on the day, or give --as-of.")
    }
    let desk = try ProblemDesk(workspace, asOf: moment)
    let wanted = Set(
      desk.book.records.filter { (city ?? $0.cityCode) == $0.cityCode }.map(\.problem.id))
    let rule = deadlineDays.map { DeadlineRule(days: $0) } ?? workspace.settings.deadlines
    let versions: [FoundProblem]
    do throws(ProblemRefusal) {
      versions = try HandOver.versions(of: desk.ledger, at: moment, deadlines: rule) {
        wanted.contains($0.problem.id)
      }
    } catch {
      throw ProblemSteps(workspace: workspace, console: console, isDryRun: false)
        .failure([error], of: wanted.count)
    }
    guard !versions.isEmpty else {
      console.warn(
        console.language.pick(
          zh: "没有已复审待交办的问题", en: "no problem is reviewed and waits for its hand-over"))
      return
    }
    try workspace.append(problems: versions, from: "hotspot problems hand-over", at: .now)
  }
}
