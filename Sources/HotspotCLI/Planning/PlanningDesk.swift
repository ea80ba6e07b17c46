import CampaignData
import Inspection
import Publishing
import Store

/// The steps from a workspace to a plan and its files, each told with its time.
struct PlanningDesk {
  private let workspace: Workspace
  private let console: Console
  private let roads: RoadService?
  private let weights: EvidenceWeights
  private var stopwatch = Stopwatch()
  private var sealing: SealedPlanning?
  private var provenance: PlanProvenance?
  private var recorded: RecordedFacts?

  /// Throws if the settings name a routing engine that there cannot be.
  init(workspace: Workspace, console: Console) throws {
    self.workspace = workspace
    self.console = console
    roads = try workspace.roadService()
    weights = try workspace.evidenceWeights()
  }

  /// Plans a round with the facts of a moment.
  mutating func planRound(
    _ number: Int, asOf moment: Moment, signing: SigningOptions = .init()
  ) throws -> (Plan, Snapshot) {
    try takeUpSeal(of: number, changes: [], signing)
    let (snapshot, targets) = try evidence(asOf: moment)
    let witness = sealing == nil ? nil : roads.map { WitnessedRoads($0) }
    let context = PlanContext(
      lastRound: try lastRound(before: number, asOf: moment), secret: sealing?.sealed.secret,
      roads: witness ?? roads)
    let plan = try Planner.planRound(
      number, snapshot: snapshot, targets: targets, settings: planSettings,
      context: context)
    noteProvenance(context, witness)
    tell(zh: "安排路线", en: "routes")
    tellRoads()
    return (plan, snapshot)
  }

  /// Plans a day and the rest of its round with the facts of a moment, from the round's plan so far.
  mutating func planDay(
    _ date: CalendarDate, asOf moment: Moment, told options: DisruptionOptions,
    signing: SigningOptions = .init()
  ) throws -> (Plan, Snapshot) {
    guard let round = CampaignData.rounds.containing(date) else {
      throw PlanError.noRound(date.description)
    }
    try takeUpSeal(of: round.number, changes: options.changes, signing)
    let earlier = try earlierPlan(options.from, date, round: round.number, asOf: moment)
    if earlier != nil { tell(zh: "读取前一计划", en: "earlier plan") }
    let (snapshot, targets) = try evidence(asOf: moment)
    let reading = DisruptionReading(options: options, day: date, facts: snapshot.facts)
    let witness = sealing == nil ? nil : roads.map { WitnessedRoads($0) }
    let context = PlanContext(
      earlier: earlier, lastRound: try lastRound(before: round.number, asOf: moment),
      disruptions: try reading.disruptions(),
      draw: try workspace.draw(
        ofRound: round.number, for: date, asOf: moment, startingFrom: earlier?.id),
      secret: sealing?.sealed.secret, roads: witness ?? roads)
    let plan = try Planner.planDay(
      date, snapshot: snapshot, targets: targets, settings: planSettings,
      context: context)
    noteProvenance(context, witness)
    tell(zh: "安排路线", en: "routes")
    tellRoads()
    return (plan, snapshot)
  }

  /// Keeps a round's plan and writes its lists; gives back their folder.
  mutating func publishRound(_ plan: Plan, of snapshot: Snapshot) throws -> String {
    let folder = PlanFolder.round(plan.round, in: workspace.folder)
    try workspace.save(plan, of: snapshot)
    tell(zh: "保存计划", en: "plan kept")
    try RoundFiles.write(plan, of: snapshot, to: folder, language: console.language)
    tell(zh: "写出轮次清单", en: "lists of the round")
    try record(
      plan, of: snapshot, folder: "plans/round-\(plan.round)", files: RoundFiles.names)
    return folder
  }

  /// Keeps a plan and writes a day's lists and routes; gives back their folder.
  mutating func publishDay(
    _ date: CalendarDate, of plan: Plan, snapshot: Snapshot
  ) throws -> String {
    let folder = PlanFolder.day(date, in: workspace.folder)
    try workspace.save(plan, of: snapshot)
    tell(zh: "保存计划", en: "plan kept")
    try PlanFiles.write(
      plan, of: snapshot, day: date, to: folder, language: console.language,
      paths: paths(of: plan.day(date), facts: snapshot.facts))
    tell(zh: "写出当日清单与路线", en: "lists and routes of the day")
    try record(
      plan, of: snapshot, folder: "plans/\(date)",
      files: PlanFiles.names(teams: plan.day(date).map { snapshot.facts.teams[$0.team].id }))
    return folder
  }

  /// The facts of a moment as targets with chances.
  mutating func evidence(asOf moment: Moment) throws -> (Snapshot, TargetList) {
    let facts: Facts
    if sealing == nil {
      facts = try workspace.facts(asOf: moment)
    } else {
      let kept = try workspace.recordedFacts(asOf: moment)
      (recorded, facts) = (kept, kept.facts)
    }
    tell(zh: "读取事实", en: "facts")
    let snapshot = try Snapshot(asOf: moment, facts: facts)
    tell(zh: "关联乡镇与网格", en: "joined to townships and cells")
    let targets = try Targeting.targets(of: snapshot, weights: weights)
    tellWeights()
    tell(zh: "目标评分", en: "targets")
    return (snapshot, targets)
  }

  /// The teams' ways by road, by index of the team.
  private mutating func paths(of days: [TeamDay], facts: Facts) -> [Int: RoadPath] {
    guard let roads else { return [:] }
    let told = roads.troubles.count
    var paths: [Int: RoadPath] = [:]
    for day in days where day.timesSource == roads.name {
      let team = facts.teams[day.team]
      paths[day.team] = roads.path(team: team.id, over: day.places(base: team.base))
    }
    tell(zh: "\(paths.count) 条路线沿道路绘制", en: "\(paths.count) routes drawn by road")
    for trouble in roads.troubles.dropFirst(told) {
      console.warn(console.language.pick(zh: trouble.zh, en: trouble.en))
    }
    return paths
  }

  /// The settings, with the hash of the weights where these are not the defaults, and with the seed
  /// of the secret where the round is sealed.
  private var planSettings: PlanSettings {
    let settings = workspace.sealedSettings(weights)
    return sealing?.seeded(settings) ?? settings
  }

  private mutating func takeUpSeal(
    of round: Int, changes: [String], _ signing: SigningOptions
  ) throws {
    sealing = try SealedPlanning(
      round: round, in: workspace, settings: workspace.sealedSettings(weights), weights: weights,
      changes: changes, signing: signing, console: console)
  }

  private mutating func noteProvenance(_ context: PlanContext, _ witness: WitnessedRoads?) {
    guard let sealing, let recorded else { return }
    provenance = sealing.provenance(
      recorded, settings: planSettings, weights: weights, context: context,
      travel: witness?.summary ?? "straight")
  }

  /// Adds a plan of a sealed round to the record.
  private mutating func record(
    _ plan: Plan, of snapshot: Snapshot, folder: String, files: [String]
  ) throws {
    guard let provenance else { return }
    let hash = try workspace.record(
      plan, of: snapshot, from: provenance, folder: folder, files: files, at: .now)
    tell(zh: "写入审计记录 \(hash.prefix(16))", en: "in the record as \(hash.prefix(16))")
  }

  private func tellWeights() {
    guard let hash = weights.hashIfChanged else { return }
    console.say(
      zh: "证据权重：\(workspace.weightsFile)（\(hash.prefix(12))），非默认值",
      en: "evidence weights: \(workspace.weightsFile) (\(hash.prefix(12))), not the defaults")
  }

  private func tellRoads() {
    guard let roads else { return }
    let (asked, kept) = roads.counts
    console.say(
      zh: "行车时间（\(roads.name)）：\(asked) 个组重新查询，\(kept) 个组用已存的",
      en: "driving times (\(roads.name)): \(asked) teams asked for, \(kept) as kept")
    for trouble in roads.troubles {
      console.warn(console.language.pick(zh: trouble.zh, en: trouble.en))
    }
  }

  private func earlierPlan(
    _ name: String?, _ date: CalendarDate, round: Int, asOf moment: Moment
  ) throws -> EarlierPlan? {
    switch name {
    case "none": return nil
    case let name?:
      let plan = try PlanNaming(workspace: workspace).plan(name)
      guard plan.round == round, plan.madeAsOf <= moment else {
        throw CommandFailure(
          status: .usage,
          message: "--from: plan \(plan.id) is of round \(plan.round) as of \(plan.madeAsOf)",
          hint: "Name a plan of round \(round) that rests on nothing later than \(moment).")
      }
      return try workspace.earlierPlan(plan)
    case nil:
      return try workspace.planBefore(date, inRound: round, asOf: moment).map(
        workspace.earlierPlan)
    }
  }

  private func lastRound(before number: Int, asOf moment: Moment) throws -> EarlierPlan? {
    try workspace.lastPlan(ofRound: number - 1, asOf: moment).map(workspace.earlierPlan)
  }

  private mutating func tell(zh: String, en: String) {
    let seconds = stopwatch.seconds()
    console.step(zh: zh, en: en, seconds: seconds)
  }
}
