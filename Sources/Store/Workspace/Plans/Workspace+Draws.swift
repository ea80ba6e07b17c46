public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// The draw that a plan of the rest of a round, from a day on, takes over; nil if none was saved.
  ///
  /// That of the plan it starts from, or of the one which that plan started from, and so on; else the
  /// newest of the round. A draw saved with a plan of the same day and moment is not taken over:
  /// planning a day twice gives the same.
  /// - Parameter earlier: identifier of the plan that it starts from; nil: planned anew.
  public func draw(
    ofRound round: Int, for day: CalendarDate, asOf moment: Moment, startingFrom earlier: String?
  ) throws -> RoundDraw? {
    var plan = earlier
    var seen: Set<String> = []
    while let id = plan, seen.insert(id).inserted {
      if let draw = try draw(savedWith: id) { return draw }
      plan = try origin(ofPlan: id)
    }
    return try newestDraw { plan in
      plan.round == round
        && (plan.madeAsOf < moment
          || (plan.madeAsOf == moment && (plan.day.map { $0 < day } ?? true)))
    }
  }

  /// The newest draw of a round that rests on nothing later than a moment; nil if none was saved.
  public func draw(ofRound round: Int, asOf moment: Moment) throws -> RoundDraw? {
    try newestDraw { $0.round == round && $0.madeAsOf <= moment }
  }

  private func newestDraw(_ isWanted: (SavedPlan) -> Bool) throws -> RoundDraw? {
    let wanted = try plans().filter(isWanted).enumerated().sorted {
      ($0.element.madeAsOf, $0.offset) > ($1.element.madeAsOf, $1.offset)
    }
    for (_, plan) in wanted {
      if let draw = try draw(savedWith: plan.id) { return draw }
    }
    return nil
  }

  private func draw(savedWith plan: String) throws -> RoundDraw? {
    let saved = try drawnSites(ofPlan: plan)
    return saved.first.map {
      RoundDraw(round: $0.round, drawnAsOf: $0.drawnAsOf, planID: plan, sites: saved.map(\.site))
    }
  }

  /// The sites drawn with a plan, in the clear or sealed with its last day.
  func drawnSites(ofPlan plan: String) throws -> [SavedDrawnSite] {
    let open = try saved(SavedDrawnSite.self, ofPlan: plan)
    guard open.isEmpty, let (row, pack) = try openedRow(ofPlan: plan) else { return open }
    // In the order of an open draw.
    return try pack.facts(SavedDrawnSite.self, of: row).sorted { $0.key < $1.key }
  }

  /// The plan that a plan started from.
  private func origin(ofPlan id: String) throws -> String? {
    try saved(SavedInput.self, ofPlan: id).first { $0.input.kind == .earlier }?.input.subject
  }

  /// A plan's rows of a kind; none in a workspace of before there was the table.
  private func saved<Fact: StoredFact>(_ kind: Fact.Type, ofPlan id: String) throws -> [Fact] {
    do {
      var reader = TableReader(dataset: layout.dataset)
      guard try reader.has(Fact.table) else { return [] }
      return try FactReader(asOf: nil, dataset: layout.dataset).newest(
        kind, where: "plan_id = \(SQL.literal(id))", from: &reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }
}
