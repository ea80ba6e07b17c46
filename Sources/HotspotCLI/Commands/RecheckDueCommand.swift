import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// What is to be verified.
struct RecheckDueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "List the problems and settled complaints that are to be verified.",
    discussion: """
      Examples:
        hotspot recheck due                            due today
        hotspot recheck due --round 14 --of csv        by the week after round 14
        hotspot recheck due --round 21 --open          what is still open when the campaign ends

      Due is what is past its deadline or reported rectified and not verified yet, and complaints that \
      the locality settled in the last recheck_complaint_days. After every two rounds a week goes to \
      it (the plan of 2018, section 5.4); plans of that week contain it.
      """)

  @Option(help: "Due by the last day of the week of verification after this round.")
  var round: Int?
  @Flag(help: "Also what is handed over and not due yet.") var open = false
  @Option(help: "Only this city, by its name or code.") var city: String?
  @Option(help: "As of this moment (default: now).") var asOf: Moment?
  @OptionGroup var file: ProblemFileOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let console = manner.console()
    let moment = asOf ?? .now
    let day = try dueDay(moment, console)
    let cityCode = try city.map(PlaceWords.cityCode)
    try file.check()
    let workspace = try place.open()
    let snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    let due = DueRechecks(
      facts: snapshot.facts, asOf: moment, rules: workspace.settings.recheckRules)
    let wanted = (due.all + due.withoutPlace).filter { open || $0.dueFrom <= day }
    let placed = try PlacedRecheck.all(wanted, in: snapshot)
      .filter { (cityCode ?? $0.cityCode) == $0.cityCode }
    try file.deliver(ProblemTables.due(placed), console)
    let complaints = placed.count { $0.due.subject == .complaint }
    console.say(
      zh: "待核查问题 \(placed.count - complaints) 个、投诉 \(complaints) 件（截至 \(day)）",
      en: "\(placed.count - complaints) problems and \(complaints) complaints to verify by \(day)")
    let lost = due.withoutPlace.count { open || $0.dueFrom <= day }
    if lost > 0 {
      console.warn(
        console.language.pick(
          zh: "\(lost) 项没有点位也没有坐标，无法排入计划",
          en: "\(lost) have no site and no position: no plan can have them"))
    }
  }

  /// The last day of the week of verification; after the last round the day after it.
  private func dueDay(_ moment: Moment, _ console: Console) throws -> CalendarDate {
    guard let round else { return moment.date }
    let found = try RoundWords.round(round)
    if let week = VerificationDays().week(after: found) { return week.upperBound }
    console.say(
      zh: "第 \(round) 轮次后没有核查周", en: "no week of verification follows round \(round)")
    return found.lastDay + 1
  }
}
