import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// The way from a seed to a planned day, each step by the same means that real files take.
struct DemoProduction {
  private let site: DemoSite
  private let recipe: DemoRecipe
  private let console: Console
  private var stopwatch = Stopwatch()

  init(site: DemoSite, recipe: DemoRecipe, console: Console) {
    self.site = site
    self.recipe = recipe
    self.console = console
  }

  /// Makes the demo.
  mutating func run() throws {
    try site.clear(for: recipe)
    try makeInputs()
    let workspace = try Workspace.create(at: site.workspace)
    tell(zh: "建立工作空间", en: "workspace")
    try importInputs(into: workspace)
    try plan(workspace)
    console.step(zh: "合计", en: "in all", seconds: stopwatch.total)
  }

  private mutating func makeInputs() throws {
    let campaign = try DemoCampaign.generate(seed: recipe.seed, scale: recipe.scale)
    tell(zh: "生成虚构督查", en: "synthetic campaign")
    try DemoInputs.write(campaign, to: site.inputs)
    try DemoInputs.writeTruth(campaign.truth, to: site.truth)
    tell(zh: "写出输入文件", en: "input files")
  }

  private mutating func importInputs(into workspace: Workspace) throws {
    for file in DemoInputs.files {
      let path = "\(site.inputs)/\(file.name)"
      let report = try Intake.importFile(
        file.kind, path: path, into: workspace, options: ImportOptions(), at: site.asOf)
      let summary = ImportSummary(report)
      // Notes on ground that is invented anyway.
      for warning in report.warnings { console.detail("       \(warning)") }
      tell(zh: summary.sentence(.zh), en: summary.sentence(.en))
    }
  }

  /// The day is the round's first, so that the plan of the round is that of the day too.
  private mutating func plan(_ workspace: Workspace) throws {
    var desk = try PlanningDesk(workspace: workspace, console: console)
    let (plan, snapshot) = try desk.planRound(DemoCampaign.round, asOf: site.asOf)
    _ = try desk.publishRound(plan, of: snapshot)
    _ = try desk.publishDay(site.day, of: plan, snapshot: snapshot)
  }

  private mutating func tell(zh: String, en: String) {
    console.step(zh: zh, en: en, seconds: stopwatch.seconds())
  }
}
