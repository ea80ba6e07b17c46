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
  ///   - sealing: which of its days are kept sealed, in `sealed_stops`; nil: none.
  @discardableResult
  public func save(
    _ plan: Plan, of snapshot: Snapshot, sealing: PlanSealing? = nil
  ) throws -> PlanSaving {
    let id = plan.identifier
    var reader = TableReader(dataset: layout.dataset)
    let tables =
      [SavedInput.table, SavedDrawnSite.table] + (sealing == nil ? [] : [SealedRows.table])
    let missing = try tables.filter { try !reader.has($0) }
    let rows = PlanRows(plan, of: snapshot.facts)
    return try write { transaction in
      if try transaction.hasPlan(id) { return .same(id: id) }
      for table in missing.compactMap(Schema.table(named:)) {
        try transaction.wrapping { try WorkspaceTables.create(table, in: &$0.writer) }
      }
      try transaction.append(rows, sealing: sealing)
      return .saved(id: id)
    }
  }

  /// The stops of a day by the newest plan that has it, sorted by team and order.
  ///
  /// The newest is the plan that rests on the latest moment, among equals the one saved last. A day
  /// that is released but still sealed is opened in memory. Throws `refused` before its release.
  /// - Parameters:
  ///   - date: the day.
  ///   - team: only this team's; nil: every team's.
  ///   - madeBy: only plans that rest on nothing later; nil: all.
  ///   - now: the moment that counts for releases; nil: the clock.
  public func stops(
    of date: CalendarDate, team: String? = nil, madeBy: Moment? = nil, now: Moment? = nil
  ) throws -> [SavedStop] {
    do {
      var reader = TableReader(dataset: layout.dataset)
      guard let plan = try newestPlan(for: date, madeBy: madeBy, in: &reader) else { return [] }
      if let row = try sealedRows(ofPlan: plan).first(where: { $0.day == date }) {
        return try released(row, now: now).facts(SavedStop.self, of: row)
          .filter { team == nil || $0.teamID == team }
          .sorted { ($0.teamID, $0.order) < ($1.teamID, $1.order) }
      }
      var condition = "plan_id = \(SQL.literal(plan)) AND day = \(SQL.literal(date.description))"
      if let team { condition += " AND team_id = \(SQL.literal(team))" }
      return try FactReader(asOf: nil, dataset: layout.dataset)
        .newest(SavedStop.self, where: condition, from: &reader)
        .sorted { ($0.teamID, $0.order) < ($1.teamID, $1.order) }
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }

  private func released(_ row: SealedRows, now: Moment?) throws -> FactPack {
    guard row.releaseAt <= now ?? Self.clock() else {
      throw StoreError.notReleased(row.day, until: row.releaseAt)
    }
    return try row.opened(with: try planKey())
  }

  private func newestPlan(
    for date: CalendarDate, madeBy: Moment?, in reader: inout TableReader
  ) throws -> String? {
    // A plan has a day even where it leaves it empty, when a day is lost for instance.
    guard let round = CampaignData.rounds.containing(date)?.number else { return nil }
    let made = madeBy.map { "AND made_as_of <= \(SQL.literal($0.description))" } ?? ""
    let sql = """
      SELECT id FROM plans WHERE round = \(round)
      AND (date IS NULL OR date <= \(SQL.literal(date.description))) \(made)
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
}
