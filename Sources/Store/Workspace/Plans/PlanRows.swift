internal import CampaignData
internal import Geo
internal import Inspection

/// A plan as rows of the workspace's tables.
struct PlanRows {
  let plan: SavedPlan
  /// The plan that it started from, which is no secret.
  let origin: [SavedInput]
  /// What else it was told beside the facts.
  let inputs: [SavedInput]
  /// The sites drawn with it; none where it took over an earlier draw.
  let drawn: [SavedDrawnSite]
  /// The stops of each of its days.
  let stops: [CalendarDate: [SavedStop]]
  /// Its days in order, those without stops too.
  let days: [CalendarDate]

  init(_ plan: Plan, of facts: Facts) {
    let id = plan.identifier
    self.plan = SavedPlan(plan)
    let all = plan.inputs.enumerated().map { SavedInput($1, place: $0, plan: id) }
    origin = all.filter { $0.input.kind == .earlier }
    inputs = all.filter { $0.input.kind != .earlier }
    let draw = plan.draw.flatMap { $0.planID == nil ? $0 : nil }
    drawn = draw.map { draw in draw.sites.map { SavedDrawnSite($0, of: draw, plan: id) } } ?? []
    var stops: [CalendarDate: [SavedStop]] = [:]
    for day in plan.teamDays {
      stops[day.date, default: []] += day.stops.map {
        SavedStop($0, plan: id, day: day, of: facts)
      }
    }
    self.stops = stops
    let (first, last) = (plan.days.lowerBound.daysSince1970, plan.days.upperBound.daysSince1970)
    days = (first...last).map { CalendarDate(daysSince1970: $0) }
  }
}

extension WorkspaceTransaction {
  /// Adds a plan, the days that are not released yet sealed.
  ///
  /// What the plan was told and what was drawn with it lies with its last day: a task that could only
  /// be put on a later day would tell of that day.
  mutating func append(_ rows: PlanRows, sealing: PlanSealing?) throws {
    let (origin, known) = (Provenance(plan: rows.plan.madeAsOf), rows.plan.madeAsOf)
    try append([rows.plan], origin) { _ in known }
    try append(rows.origin, origin) { _ in known }
    var sealed: [SealedRows] = []
    for day in rows.days {
      let (stops, isLast) = (rows.stops[day] ?? [], day == rows.days.last)
      guard let sealing, let moment = sealing.releaseMoment(of: day) else {
        try append(stops, origin) { _ in known }
        if isLast {
          try append(rows.inputs, origin) { _ in known }
          try append(rows.drawn, origin) { _ in known }
        }
        continue
      }
      var pack = FactPack()
      pack.add(stops)
      if isLast {
        pack.add(rows.inputs)
        pack.add(rows.drawn)
      }
      sealed.append(
        try SealedRows(
          pack, plan: rows.plan.id, day: day, releaseAt: moment, knownAt: known,
          with: sealing.key))
    }
    try append(sealed, origin) { _ in known }
  }
}

extension WorkspaceTransaction.Provenance {
  /// That of a plan's rows: stored as of the moment it rests on, so that the same plan leaves the
  /// same tables.
  init(plan moment: Moment) {
    self.init(file: "hotspot plan", importedAt: moment)
  }
}
