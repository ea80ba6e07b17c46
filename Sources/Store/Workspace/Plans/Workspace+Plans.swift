public import CampaignData
internal import Geo
public import Inspection

/// What became of a plan that was to be saved.
public enum PlanSaving: Sendable, Hashable {
  /// It is saved under this identifier.
  case saved(id: String)
  /// A plan of the same round, days, facts, seed and settings was saved before: nothing changed.
  case same(id: String)
}

extension Workspace {
  /// Keeps a plan: a row in `plans`, one in `stops` for every stop, one in `plan_inputs` for
  /// everything that it was told beside the facts, and one in `draws` for every site that was drawn
  /// by lot with it.
  ///
  /// Known and stored as of the moment that the plan rests on, so that the same plan leaves the same
  /// tables. Throws `busy` and what writing throws.
  /// - Parameters:
  ///   - plan: the plan.
  ///   - snapshot: the snapshot that it was made of, which its teams and townships refer to.
  @discardableResult
  public func save(_ plan: Plan, of snapshot: Snapshot) throws -> PlanSaving {
    let id = plan.identifier
    var reader = TableReader(dataset: layout.dataset)
    let later = try [SavedInput.table, SavedDrawnSite.table].filter { try !reader.has($0) }
    return try write { transaction in
      if try transaction.hasPlan(id) { return .same(id: id) }
      for table in later.compactMap({ Schema.table(named: $0) }) {
        try transaction.wrapping { try WorkspaceTables.create(table, in: &$0.writer) }
      }
      try transaction.append(plan, id: id, of: snapshot.facts)
      return .saved(id: id)
    }
  }

  /// The stops of a day by the newest plan that has it, sorted by team and order.
  ///
  /// The newest is the plan that rests on the latest moment, among equals the one saved last.
  /// - Parameters:
  ///   - date: the day.
  ///   - team: only this team's; nil: every team's.
  public func stops(of date: CalendarDate, team: String? = nil) throws -> [SavedStop] {
    do {
      var reader = TableReader(dataset: layout.dataset)
      guard let plan = try newestPlan(for: date, in: &reader) else { return [] }
      var condition = "plan_id = \(SQL.literal(plan)) AND day = \(SQL.literal(date.description))"
      if let team { condition += " AND team_id = \(SQL.literal(team))" }
      return try FactReader(asOf: nil, dataset: layout.dataset)
        .newest(SavedStop.self, where: condition, from: &reader)
        .sorted { ($0.teamID, $0.order) < ($1.teamID, $1.order) }
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }

  private func newestPlan(
    for date: CalendarDate, in reader: inout TableReader
  ) throws -> String? {
    // A plan has a day even where it leaves it empty, when a day is lost for instance.
    guard let round = CampaignData.rounds.containing(date)?.number else { return nil }
    let sql = """
      SELECT id FROM plans WHERE round = \(round)
      AND (date IS NULL OR date <= \(SQL.literal(date.description)))
      ORDER BY made_as_of DESC, fid DESC LIMIT 1
      """
    var newest: String?
    try reader.forEachRow(of: sql) { row in
      if case .text(let id)? = row.values.first { newest = id }
    }
    return newest
  }
}

extension WorkspaceTransaction {
  fileprivate mutating func hasPlan(_ id: String) throws -> Bool {
    try wrapping { transaction in
      var isThere = false
      let sql = "SELECT id FROM plans WHERE id = \(SQL.literal(id)) LIMIT 1"
      try transaction.writer.forEachRow(of: sql) { _ in isThere = true }
      return isThere
    }
  }

  fileprivate mutating func append(_ plan: Plan, id: String, of facts: Facts) throws {
    let origin = Provenance(file: "hotspot plan", importedAt: plan.madeAsOf)
    try append([SavedPlan(plan)], origin) { _ in plan.madeAsOf }
    let inputs = plan.inputs.enumerated().map { SavedInput($1, place: $0, plan: id) }
    try append(inputs, origin) { _ in plan.madeAsOf }
    if let draw = plan.draw, draw.planID == nil {
      let drawn = draw.sites.map { SavedDrawnSite($0, of: draw, plan: id) }
      try append(drawn, origin) { _ in plan.madeAsOf }
    }
    let stops = plan.teamDays.flatMap { day in
      day.stops.map { SavedStop($0, plan: id, day: day, of: facts) }
    }
    try append(stops, origin) { _ in plan.madeAsOf }
  }
}
