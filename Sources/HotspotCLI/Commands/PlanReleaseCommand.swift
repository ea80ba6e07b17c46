import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Releases sealed plans.
struct PlanReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Write plans that lay sealed until their release time as tables and lists.",
    discussion: """
      Examples:
        hotspot plan release                all whose time has come
        hotspot plan release 2018-12-24
        hotspot plan release 2018-12-24 --now --by "Li Hua" --reason "teams leave at 04:00"

      With the setting release, a time of day, a plan lies encrypted until then. Commands that only \
      read open a released day by themselves.
      """)

  @Argument(help: "A day, or a name in plans/ such as round-14 (default: all that is due).")
  var what: String?
  @Flag(help: "Release it before its time, which is kept on record.") var now = false
  @Option(help: "Who answers for a release before its time.") var by: String?
  @Option(help: "Why it is released before its time.") var reason: String?
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let isAnswered = by?.isEmpty == false && reason?.isEmpty == false
    if now, what == nil || !isAnswered {
      throw ValidationError("--now takes a day, --by NAME and --reason TEXT.")
    }
    if !now, by != nil || reason != nil {
      throw ValidationError("--by and --reason go with --now.")
    }
  }

  func run() throws {
    let console = output.console()
    let workspace = try place.open()
    let moment = Workspace.clock()
    let release = PlanRelease(workspace: workspace, now: moment)
    let outcome =
      if let what {
        try release.release(what) { plans in
          guard now, let by, let reason else { return nil }
          return ReleaseEntry(what: what, plans: plans, by: by, reason: reason)
        }
      } else {
        try release.releaseDue()
      }
    show(outcome, console)
  }

  private func show(_ outcome: PlanRelease.Outcome, _ console: Console) {
    let lines =
      outcome.days.map { "\($0.day)  \($0.plan)  \($0.stops)\n" }
      + outcome.folders.map { "\($0)\n" }
    console.result(
      lines.joined(),
      json: .object([
        .init(
          "days",
          .array(
            outcome.days.map { day in
              .object([
                .init("day", .string(day.day.description)), .init("plan", .string(day.plan)),
                .init("stops", .integer(day.stops)),
              ])
            })),
        .init("folders", .array(outcome.folders.map(JSONText.string))),
        .init("next", .optional(outcome.next?.description)),
      ]))
    let count = outcome.days.count + outcome.folders.count
    let nextZH = outcome.next.map { "；下次公布：\($0)" } ?? ""
    let nextEN = outcome.next.map { "; next release: \($0)" } ?? ""
    console.say(
      zh: "已公布 \(outcome.days.count) 个日安排、\(outcome.folders.count) 份清单\(nextZH)",
      en: count == 0
        ? "Nothing is due\(nextEN)"
        : "Released: \(outcome.days.count) days in the tables, \(outcome.folders.count) folders"
          + nextEN)
  }
}
