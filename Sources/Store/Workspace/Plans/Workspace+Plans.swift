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
  /// Keeps a plan: a row in `plans` and one in `stops` for every stop.
  ///
  /// Known and stored as of the moment that the plan rests on, so that the same plan leaves the same
  /// tables. Throws `busy` and what writing throws.
  /// - Parameters:
  ///   - plan: the plan.
  ///   - snapshot: the snapshot that it was made of, which its teams and townships refer to.
  @discardableResult
  public func save(_ plan: Plan, of snapshot: Snapshot) throws -> PlanSaving {
    let id = plan.identifier
    return try write { transaction in
      if try transaction.hasPlan(id) { return .same(id: id) }
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
    let sql = """
      SELECT id FROM plans WHERE id IN
      (SELECT DISTINCT plan_id FROM stops WHERE day = \(SQL.literal(date.description)))
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
    let columns = ["id", "round", "date", "made_as_of", "seed_commitment", "settings_hash"]
    let layout = try RowLayout(table: "plans", columns: columns)
    let values: [FieldValue] = [
      .text(id), .integer(Int64(plan.round)), .optional(plan.startingDay?.description),
      .moment(plan.madeAsOf), .text(plan.seedCommitment), .text(plan.settingsHash),
    ]
    let row = layout.row(values, knownAt: plan.madeAsOf, origin)
    try store(Feature(values: row), in: "plans")
    let stops = plan.teamDays.flatMap { day in
      day.stops.map { SavedStop($0, plan: id, day: day, of: facts) }
    }
    try append(stops, origin) { _ in plan.madeAsOf }
  }
}
