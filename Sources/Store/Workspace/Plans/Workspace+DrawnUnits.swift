public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// The sites that were drawn by lot for each round, by what was known at a moment.
  ///
  /// Of several draws of a round the newest counts. A workspace that keeps no draws gives the stops
  /// that say they were drawn, which leaves out what was drawn and not planned.
  public func drawnUnits(asOf moment: Moment) throws -> [DrawnUnit] {
    let known = SQL.literal(moment.description)
    do {
      var reader = TableReader(dataset: layout.dataset)
      var hasDraws = false
      try reader.forEachRow(
        of: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'draws'"
      ) { _ in hasDraws = true }
      var units: [DrawnUnit] = []
      if hasDraws {
        units = try Self.units(
          of: """
            SELECT round, site_id, inclusion_probability, drawn_as_of, plan_id FROM draws
            WHERE known_at <= \(known) AND drawn_as_of <= \(known) ORDER BY drawn_as_of, fid
            """, &reader, takesPlan: true)
      }
      guard units.isEmpty else { return units }
      return try Self.units(
        of: """
          SELECT plans.round, stops.site_id, stops.inclusion_probability, plans.made_as_of,
          stops.plan_id FROM stops JOIN plans ON plans.id = stops.plan_id
          WHERE stops.basis = 'random' AND stops.inclusion_probability IS NOT NULL
          AND stops.known_at <= \(known) ORDER BY plans.made_as_of, stops.fid
          """, &reader, takesPlan: false)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }

  /// Reads rows, oldest first: later ones of a round and site stand for earlier ones, and with
  /// `takesPlan` the last plan's for all of its round.
  private static func units(
    of sql: String, _ reader: inout TableReader, takesPlan: Bool
  ) throws -> [DrawnUnit] {
    var rounds: [Int64: (plan: String, sites: [String: DrawnUnit])] = [:]
    try reader.forEachRow(of: sql) { row in
      guard case .integer(let round) = row.values[0], case .text(let site) = row.values[1],
        case .real(let probability) = row.values[2], probability > 0, probability <= 1,
        case .text(let written) = row.values[3], let drawn = Moment(stored: written),
        case .text(let plan) = row.values[4]
      else { return }
      if takesPlan, rounds[round]?.plan != plan { rounds[round] = nil }
      rounds[round, default: (plan, [:])].sites[site] = DrawnUnit(
        round: Int(round), siteID: site, probability: probability, drawnAsOf: drawn)
    }
    return rounds.keys.sorted().flatMap { round in
      (rounds[round]?.sites ?? [:]).values.sorted { $0.siteID < $1.siteID }
    }
  }
}
