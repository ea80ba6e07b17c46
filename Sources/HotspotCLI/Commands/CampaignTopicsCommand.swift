import ArgumentParser
import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// Prints what the plan stresses by month, or compares two months' lists for the same evidence.
struct CampaignTopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Show which topics the plan stresses by month and place, and what that changes.",
    discussion: """
      Examples:
        hotspot campaign topics                          all months
        hotspot campaign topics 2018-12                  one month, with weights and sources
        hotspot campaign topics --compare 2018-06 --compare 2018-12 -w demo/workspace

      Levels are main (annex 1 names it), also (beside the others), on_warning (only while a \
      heavy-pollution warning is in force) and out_of_season; what each adds to the log-odds of a \
      problem stands in the workspace's weights. With --compare the workspace's evidence is scored \
      for two months: as many of the best targets as the teams visit in a round, by topic, and those \
      that only one of the lists has, with the reasons.
      """)

  @Argument(help: "The month, as in 2018-12 (default: all).") var month: CalendarMonth?
  @Option(help: "Two months whose lists are compared; give it twice.")
  var compare: [CalendarMonth] = []
  @Option(help: "With --compare: one city, by code or name.") var city: String?
  @Option(help: "With --compare: how many targets of each list alone are shown.") var show = 5
  @Option(help: "With --compare: what was known by this moment (default: now).")
  var asOf: Moment?
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard compare.isEmpty || compare.count == 2 else {
      throw ValidationError("--compare names two months: --compare 2018-06 --compare 2018-12.")
    }
    guard compare.isEmpty || month == nil else {
      throw ValidationError("Name a month, or two with --compare.")
    }
    guard show >= 0 else { throw ValidationError("--show is 0 or more.") }
  }

  func run() throws {
    let console = manner.console()
    guard compare.count == 2 else {
      let report = TopicReport(month: month, language: console.language)
      console.result(report.text, json: report.json)
      return
    }
    let workspace = try place.open()
    let code = try city.map { try CityChoice.code(of: $0) }
    let moment = asOf ?? .now
    let snapshot = try Snapshot(asOf: moment, facts: workspace.facts(asOf: moment))
    let weights = try workspace.evidenceWeights()
    let lists = try compare.map {
      try Targeting.targets(of: snapshot, weights: weights, season: $0)
    }
    let report = SeasonReport(
      SeasonComparison(
        lists[0], lists[1], dailyVisits: workspace.settings.integer("daily_visits"), city: code,
        shown: show), language: console.language)
    console.result(report.text, json: report.json)
  }
}
