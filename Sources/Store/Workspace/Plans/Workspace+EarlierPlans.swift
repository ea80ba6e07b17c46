public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// All plans, in the order in which they were saved.
  public func plans() throws -> [SavedPlan] {
    var plans: [SavedPlan] = []
    try readingPlans { reader in
      let columns = (["known_at"] + SavedPlan.columns).map { SQL.identifier($0) }
      let place = FactSource(
        dataset: layout.dataset, table: SavedPlan.table,
        columns: ["known_at"] + SavedPlan.columns)
      let sql = "SELECT \(columns.joined(separator: ", ")) FROM plans ORDER BY fid"
      try reader.forEachRow(of: sql) { feature in
        var row = FactRow(
          feature, of: place, knownAt: Moment(secondsSince1970: 0), skipping: 1)
        plans.append(try SavedPlan(&row))
      }
    }
    return plans
  }

  /// The plan that the rest of a round, from a day on, starts from; nil if none was saved.
  ///
  /// The newest by the moment that it rests on, then by its first day, then by when it was saved.
  /// A plan of the same day and moment is no earlier one: planning a day twice gives the same.
  public func planBefore(
    _ day: CalendarDate, inRound round: Int, asOf moment: Moment
  ) throws -> SavedPlan? {
    try newest { plan in
      plan.round == round && (plan.day.map { $0 <= day } ?? true)
        && (plan.madeAsOf < moment
          || (plan.madeAsOf == moment && (plan.day.map { $0 < day } ?? true)))
    }
  }

  /// The newest plan that has a day and rests on nothing later than a moment; nil if none was saved.
  public func plan(
    of day: CalendarDate, inRound round: Int, asOf moment: Moment
  ) throws -> SavedPlan? {
    try newest { plan in
      plan.round == round && (plan.day.map { $0 <= day } ?? true) && plan.madeAsOf <= moment
    }
  }

  /// The last plan of a round that rests on nothing later than a moment.
  public func lastPlan(ofRound round: Int, asOf moment: Moment) throws -> SavedPlan? {
    try newest { $0.round == round && $0.madeAsOf <= moment }
  }

  /// The newest plan whose first day is a date, a round's plan on the first of its days.
  public func plan(startingOn date: CalendarDate) throws -> SavedPlan? {
    try newest { plan in
      (plan.day ?? CampaignData.rounds.round(plan.round)?.firstDay) == date
    }
  }

  private func newest(_ isWanted: (SavedPlan) -> Bool) throws -> SavedPlan? {
    var newest: SavedPlan?
    let none = CalendarDate(daysSince1970: 0)
    for plan in try plans() where isWanted(plan) {
      if let last = newest, (plan.madeAsOf, plan.day ?? none) < (last.madeAsOf, last.day ?? none) {
        continue
      }
      newest = plan
    }
    return newest
  }

  /// A saved plan with its stops and what it was told; sealed days are opened in memory.
  public func earlierPlan(_ plan: SavedPlan) throws -> EarlierPlan {
    let (stops, inputs) = try rows(of: plan)
    return EarlierPlan(plan, stops: stops, inputs: inputs)
  }

  /// The stops of a saved plan and what it was told.
  func rows(of plan: SavedPlan) throws -> (stops: [SavedStop], inputs: [SavedInput]) {
    var stops: [SavedStop] = []
    var inputs: [SavedInput] = []
    try readingPlans { reader in
      let facts = FactReader(asOf: nil, dataset: layout.dataset)
      let condition = "plan_id = \(SQL.literal(plan.id))"
      stops = try facts.newest(SavedStop.self, where: condition, from: &reader)
      if try reader.has(SavedInput.table) {
        inputs = try facts.newest(SavedInput.self, where: condition, from: &reader)
      }
    }
    let sealed = try openedRows(ofPlan: plan.id)
    for (row, pack) in sealed {
      stops += try pack.facts(SavedStop.self, of: row)
      inputs += try pack.facts(SavedInput.self, of: row)
    }
    if !sealed.isEmpty { stops.sort { $0.id < $1.id } }
    return (stops, inputs)
  }

  private func readingPlans(_ body: (inout TableReader) throws -> Void) throws {
    do {
      var reader = TableReader(dataset: layout.dataset)
      try body(&reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }
}

extension EarlierPlan {
  /// A plan as the workspace keeps it.
  init(_ plan: SavedPlan, stops: [SavedStop], inputs: [SavedInput]) {
    let first = plan.day ?? CampaignData.rounds.round(plan.round)?.firstDay
    self.init(
      id: plan.id, round: plan.round, madeAsOf: plan.madeAsOf,
      firstDay: first ?? plan.madeAsOf.date,
      stops: stops.map { stop in
        EarlierPlan.Stop(
          team: stop.teamID, day: stop.day, order: stop.order, target: stop.siteID,
          name: stop.name, position: stop.position, township: stop.townshipCode, basis: stop.basis,
          chance: stop.chance, inclusionProbability: stop.inclusionProbability)
      }, inputs: inputs.map(\.input))
  }
}

extension TableReader {
  /// True if a table is there: older workspaces lack those that came later.
  mutating func has(_ table: String) throws -> Bool {
    do {
      try forEachRow(of: "SELECT 1 FROM \(SQL.identifier(table)) LIMIT 1") { _ in }
      return true
    } catch let error as GDALError where error.code == .invalidQuery {
      return false
    }
  }
}
