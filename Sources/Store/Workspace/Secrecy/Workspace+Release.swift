public import CampaignData
internal import Geo
internal import Inspection

/// What a release wrote into the tables: of which plan and day, and how many stops.
public struct ReleasedDay: Sendable, Hashable {
  /// The plan's identifier.
  public var plan: String
  /// The day.
  public var day: CalendarDate
  /// Stops that are now in the table `stops`.
  public var stops: Int
}

extension Workspace {
  /// Writes sealed days into the tables that they would have been in without secrecy.
  ///
  /// One transaction under the workspace's lock: `publishing`, which puts the day's files in place,
  /// runs before it becomes lasting; if it throws, nothing has changed. What is asked for and not
  /// sealed (any more) is passed over, so that a release that was killed can be run again. Throws
  /// `busy` while another run writes, and what a missing or wrong key throws.
  /// - Parameters:
  ///   - isWanted: which days of which plans, and when they may be read.
  ///   - publishing: is told what was released.
  @discardableResult
  public func release(
    where isWanted: (_ plan: String, _ day: CalendarDate, _ releaseAt: Moment) -> Bool,
    publishing: ([ReleasedDay]) throws -> Void
  ) throws -> [ReleasedDay] {
    try write { transaction in
      // Read under the lock: another release may just have ended.
      let rows = try sealedRows().filter { isWanted($0.planID, $0.day, $0.releaseAt) }
      let key = rows.isEmpty ? nil : try planKey()
      var released: [ReleasedDay] = []
      for row in rows {
        guard let key else { break }
        let pack = try row.opened(with: key)
        released.append(try transaction.append(pack, of: row))
      }
      try transaction.wrapping { transaction in
        for row in rows {
          let id = SQL.literal(row.id)
          try transaction.writer.execute(
            sql: "DELETE FROM \(SealedRows.table) WHERE id = \(id)")
        }
      }
      try publishing(released)
      return released
    }
  }
}

extension WorkspaceTransaction {
  /// Adds what was sealed to the tables it is of.
  fileprivate mutating func append(_ pack: FactPack, of row: SealedRows) throws -> ReleasedDay {
    let origin = Provenance(plan: row.knownAt)
    let stops = try pack.facts(SavedStop.self, of: row)
    try append(stops, origin) { _ in row.knownAt }
    try append(try pack.facts(SavedInput.self, of: row), origin) { _ in row.knownAt }
    try append(try pack.facts(SavedDrawnSite.self, of: row), origin) { _ in row.knownAt }
    return ReleasedDay(plan: row.planID, day: row.day, stops: stops.count)
  }
}
