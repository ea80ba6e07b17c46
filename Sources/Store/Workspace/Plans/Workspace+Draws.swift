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
    try readingDraws { reader in
      var plan = earlier
      var seen: Set<String> = []
      while let id = plan, seen.insert(id).inserted {
        if let draw = try draw(savedWith: id, &reader) { return draw }
        plan = try reader.first(
          of: """
            SELECT subject FROM plan_inputs WHERE kind = 'earlier' AND plan_id = \(SQL.literal(id))
            """)
      }
      let known = SQL.literal(moment.description)
      let newest = try reader.first(
        of: """
          SELECT draws.plan_id FROM draws JOIN plans ON plans.id = draws.plan_id
          WHERE draws.round = \(round) AND (draws.drawn_as_of < \(known)
          OR (draws.drawn_as_of = \(known)
          AND (plans.date IS NULL OR plans.date < \(SQL.literal(day.description)))))
          ORDER BY draws.drawn_as_of DESC, draws.fid DESC LIMIT 1
          """)
      return try newest.flatMap { try draw(savedWith: $0, &reader) }
    }
  }

  /// The newest draw of a round that rests on nothing later than a moment; nil if none was saved.
  public func draw(ofRound round: Int, asOf moment: Moment) throws -> RoundDraw? {
    try readingDraws { reader in
      let newest = try reader.first(
        of: """
          SELECT plan_id FROM draws
          WHERE round = \(round) AND drawn_as_of <= \(SQL.literal(moment.description))
          ORDER BY drawn_as_of DESC, fid DESC LIMIT 1
          """)
      return try newest.flatMap { try draw(savedWith: $0, &reader) }
    }
  }

  private func draw(
    savedWith plan: String, _ reader: inout TableReader
  ) throws -> RoundDraw? {
    let saved = try FactReader(asOf: nil, dataset: layout.dataset).newest(
      SavedDrawnSite.self, where: "plan_id = \(SQL.literal(plan))", from: &reader)
    return saved.first.map {
      RoundDraw(round: $0.round, drawnAsOf: $0.drawnAsOf, planID: plan, sites: saved.map(\.site))
    }
  }

  /// Nil for a workspace of before plans drew.
  private func readingDraws(
    _ body: (inout TableReader) throws -> RoundDraw?
  ) throws -> RoundDraw? {
    do {
      var reader = TableReader(dataset: layout.dataset)
      guard try reader.has(SavedDrawnSite.table), try reader.has(SavedInput.table) else {
        return nil
      }
      return try body(&reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }
}

extension TableReader {
  /// The text in the first column of the first row; nil without a row.
  fileprivate mutating func first(of sql: String) throws -> String? {
    var found: String?
    try forEachRow(of: sql) { row in
      if found == nil, case .text(let text)? = row.values.first { found = text }
    }
    return found
  }
}
