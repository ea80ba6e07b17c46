import CampaignData
import Inspection
import Publishing
import Store
import Terminal

/// The steps from a workspace to a plan and its files, each told with its time.
struct PlanningDesk {
  private let workspace: Workspace
  private let console: Console
  private let roads: RoadService?
  private let weights: EvidenceWeights
  private let release: ReleaseTime
  private var stopwatch = Stopwatch()
  private var sealing: SealedPlanning?
  private var provenance: PlanProvenance?
  private var recorded: RecordedFacts?

  /// Throws if the settings name a routing engine or a release time that there cannot be.
  init(workspace: Workspace, console: Console) throws {
    self.workspace = workspace
    self.console = console
    roads = try workspace.roadService()
    weights = try workspace.evidenceWeights()
    release = try workspace.releaseTime()
  }

  /// True if plans lie sealed until their release, and messages must not tell of them.
  var isSecret: Bool { release != .atOnce }

  /// Plans a round with the facts of a moment.
  mutating func planRound(
    _ number: Int, asOf moment: Moment, signing: SigningOptions = .init()
  ) throws -> (Plan, Snapshot) {
    try takeUpSeal(of: number, changes: [], signing)
    let (snapshot, targets) = try evidence(
      asOf: moment, season: Planner.season(ofRound: number, from: nil))
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

  private func withoutNamingTasks(_ body: () throws -> Plan) throws -> Plan {
    do {
      return try body()
    } catch PlanError.unknownTask(_) where isSecret {
      throw CommandFailure(
        status: .usage, message: "--task: what is given is no target known at that moment",
        hint: "It is not repeated here, since plans are secret.")
    }
  }

  /// Warns of a seed from which the workspace's facts give the secret plan again.
  private func warnOfSeed() {
    guard isSecret, sealing == nil else { return }
    let seed = workspace.settings.integer("seed")
    let plain = try? Workspace.open(at: workspace.folder, environment: [:])
    guard seed < 1 << 32 || seed == plain?.settings.integer("seed") else { return }
    console.warn(
      console.language.pick(
        zh: "种子在工作空间内或可被猜出：凭它与事实可重算计划，请用 HOTSPOT_SEED 给出保密的大数",
        en: "the seed lies in the workspace or can be guessed: with it and the facts anybody can "
          + "compute this plan; give a secret large one by HOTSPOT_SEED"))
  }

  /// Plans a day and the rest of its round with the facts of a moment, from the round's plan so far.
  mutating func planDay(
    _ date: CalendarDate, asOf moment: Moment, told options: DisruptionOptions,
    edited: Disruptions = Disruptions(), signing: SigningOptions = .init()
  ) throws -> (Plan, Snapshot) {
    guard let round = CampaignData.rounds.containing(date) else {
      throw PlanError.noRound(date.description)
    }
    try takeUpSeal(of: round.number, changes: options.changes + edited.changes, signing)
    let earlier = try earlierPlan(options.from, date, round: round.number, asOf: moment)
    if earlier != nil { tell(zh: "读取前一计划", en: "earlier plan") }
    let (snapshot, targets) = try evidence(asOf: moment, season: CalendarMonth(date))
    let reading = DisruptionReading(
      options: options, day: date, facts: snapshot.facts, isSecret: isSecret)
    let witness = sealing == nil ? nil : roads.map { WitnessedRoads($0) }
    let context = PlanContext(
      earlier: earlier, lastRound: try lastRound(before: round.number, asOf: moment),
      disruptions: try reading.disruptions().adding(edited),
      draw: try workspace.draw(
        ofRound: round.number, for: date, asOf: moment, startingFrom: earlier?.id),
      secret: sealing?.sealed.secret, roads: witness ?? roads)
    var plan = try withoutNamingTasks {
      try Planner.planDay(
        date, snapshot: snapshot, targets: targets, settings: planSettings, context: context)
    }
    if let days = try workspace.sealing(asOf: moment),
      plan.inputs.contains(where: { $0.kind != .earlier })
    {
      plan.blinding =
        sealing?.sealed.secret.blinding(of: plan.inputs) ?? days.key.blinding(of: plan.inputs)
    }
    noteProvenance(context, witness)
    tell(zh: "安排路线", en: "routes")
    tellRoads()
    return (plan, snapshot)
  }

  /// What stands against a day's list as edited, with the facts of a moment.
  mutating func review(
    _ edited: EditedDay, base: EarlierPlan, current: EarlierPlan, snapshot: Snapshot,
    reason: String
  ) throws -> EditReview {
    try EditReview(
      edited, base: base, current: current, snapshot: snapshot, settings: planSettings,
      roads: roads, reason: reason)
  }

  /// What it takes to make one team's part of a saved plan again.
  ///
  /// Throws `CommandFailure` if the workspace has other settings, seed or weights now, and what
  /// planning throws.
  mutating func explainer(of plan: EarlierPlan, saved: SavedPlan, team: String) throws
    -> StopExplainer
  {
    let secret = try secret(of: saved)
    var settings = planSettings
    if let secret { settings.seed = secret.solverSeed(round: plan.round) }
    try RepeatedSettings(
      settings: settings, isSealed: secret != nil, weightsFile: workspace.weightsFile
    ).check(saved)
    let (snapshot, targets) = try evidence(
      asOf: plan.madeAsOf, season: Planner.season(ofRound: plan.round, from: saved.day))
    let earlier = try plan.inputs.first { $0.kind == .earlier }.map {
      try workspace.earlierPlan(PlanNaming(workspace: workspace).plan($0.subject))
    }
    let draw = try saved.day.flatMap {
      try workspace.draw(
        ofRound: plan.round, for: $0, asOf: plan.madeAsOf, startingFrom: earlier?.id)
    }
    let context = PlanContext(
      earlier: earlier, lastRound: try lastRound(before: plan.round, asOf: plan.madeAsOf),
      disruptions: Disruptions(plan.inputs, from: plan.firstDay), draw: draw, secret: secret,
      roads: roads)
    let explainer = try StopExplainer(
      team: team, inRound: plan.round, from: saved.day, snapshot: snapshot, targets: targets,
      settings: settings, context: context)
    tell(zh: "重排该组计划", en: "the team's plan again")
    return explainer
  }

  /// Keeps a round's plan and writes its lists, sealed or not; gives back where they are.
  mutating func publishRound(_ plan: Plan, of snapshot: Snapshot) throws -> String {
    let folder = PlanFolder.round(plan.round, in: workspace.folder)
    let delivery = PlanDelivery(plan, sealing: try workspace.sealing(asOf: plan.madeAsOf))
    try keep(plan, of: snapshot, by: delivery)
    let files = try RoundFiles.bundle(plan, of: snapshot, language: console.language)
    let place = try delivery.deliver(.whole, day: plan.days.upperBound, to: folder, files)
    tell(zh: "写出轮次清单", en: "lists of the round")
    delivery.tell(place, console)
    try record(plan, of: snapshot, files, folder: "plans/round-\(plan.round)")
    return place
  }

  /// Keeps a plan and writes a day's lists and routes, sealed or not; gives back where they are.
  mutating func publishDay(
    _ date: CalendarDate, of plan: Plan, snapshot: Snapshot
  ) throws -> String {
    let folder = PlanFolder.day(date, in: workspace.folder)
    let delivery = PlanDelivery(plan, sealing: try workspace.sealing(asOf: plan.madeAsOf))
    try keep(plan, of: snapshot, by: delivery)
    let files = try PlanFiles.bundle(
      plan, of: snapshot, day: date, isSecret: delivery.isSecret, language: console.language,
      paths: paths(of: plan.day(date), facts: snapshot.facts))
    let place = try delivery.deliver(.day, day: date, to: folder, files)
    // The lists of a round hold all its days; those of a secret day hold that day alone.
    if delivery.isSecret, plan.isDayPlan, date < plan.days.upperBound {
      _ = try delivery.deliver(
        .whole, day: plan.days.upperBound, to: PlanFolder.rest(of: date, in: workspace.folder),
        RoundFiles.bundle(plan, of: snapshot, language: console.language))
    }
    tell(zh: "写出当日清单与路线", en: "lists and routes of the day")
    delivery.tell(place, console)
    try record(plan, of: snapshot, files, folder: "plans/\(date)")
    return place
  }

  private mutating func keep(
    _ plan: Plan, of snapshot: Snapshot, by delivery: PlanDelivery
  ) throws {
    warnOfSeed()
    let saving = try workspace.save(plan, of: snapshot, sealing: delivery.sealing)
    if case .same(let id) = saving, delivery.seals(plan.days.upperBound),
      try workspace.sealedDays()[id] == nil
    {
      console.warn(
        console.language.pick(
          zh: "同一计划先前未加密保存，其安排在表 stops 中仍为明文",
          en: "this plan was kept before without secrecy: its stops lie open in the table stops"))
    }
    tell(zh: "保存计划", en: "plan kept")
  }

  /// The facts of a moment as targets with chances.
  ///
  /// The topics are those of the month `season`; nil: that of the moment.
  mutating func evidence(
    asOf moment: Moment, season: CalendarMonth? = nil
  ) throws -> (Snapshot, TargetList) {
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
    let targets = try Targeting.targets(of: snapshot, weights: weights, season: season)
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
    _ plan: Plan, of snapshot: Snapshot, _ files: FileBundle, folder: String
  ) throws {
    guard let provenance else { return }
    let hashes = files.names.compactMap { name in
      files.contents(of: name).map {
        (path: "\(folder)/\(name)", hash: SHA256.hexadecimal(of: $0))
      }
    }
    let hash = try workspace.record(
      plan, of: snapshot, from: provenance, folder: folder, files: hashes, at: .now)
    tell(zh: "写入审计记录 \(hash.prefix(16))", en: "in the record as \(hash.prefix(16))")
  }

  /// The secret under which a saved plan was made; nil for a plan that is not of a seal.
  private func secret(of plan: SavedPlan) throws -> RoundSecret? {
    let secret = try workspace.sealedRound(plan.round)?.secret
    return secret?.commitment == plan.seedCommitment ? secret : nil
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
