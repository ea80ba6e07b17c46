public import CampaignData
public import Geo

/// A site that was drawn by lot, and what became of it.
public struct DrawnVisit: Sendable, Hashable {
  /// The round.
  public var round: Int
  /// The site's identifier.
  public var siteID: String
  /// The code of its city; empty outside all.
  public var city: String
  /// Keys of its topics.
  public var topics: [String]
  /// The probability with which it came into the draw, above 0.
  public var probability: Double
  /// Where it is, in the plane of the grid.
  public var plane: Coordinate
  /// Whether its visit found a problem; nil if nobody came in.
  public var isHit: Bool?

  /// Makes a record.
  public init(
    round: Int, siteID: String, city: String, topics: [String], probability: Double,
    plane: Coordinate, isHit: Bool?
  ) {
    self.round = round
    self.siteID = siteID
    self.city = city
    self.topics = topics
    self.probability = probability
    self.plane = plane
    self.isHit = isHit
  }

  /// What became of drawn sites, by what was known at a moment.
  ///
  /// A site is taken as it was known when it was drawn; its first visit of the round counts, a refused
  /// one as none. Sites that were not known when they were drawn are left out.
  /// - Throws: `PROJError` if the projection of the grid cannot be had, or an index error.
  public static func of(
    _ draws: [DrawnUnit], in history: FactHistory, asOf moment: Moment
  ) throws -> [DrawnVisit] {
    let wanted = Set(draws.map(\.siteID))
    var sites: [String: [Int]] = [:]
    for (version, site) in history.sites.facts.enumerated() where wanted.contains(site.id) {
      sites[site.id, default: []].append(version)
    }
    let known = draws.compactMap { draw -> (draw: DrawnUnit, site: Site)? in
      sites[draw.siteID]?.first { history.sites.isCurrent($0, at: draw.drawnAsOf) }
        .map { (draw, history.sites.facts[$0]) }
    }
    let townships = history.townships.current(at: moment).map { history.townships.facts[$0] }
    let places = try PlaceIndex(townships: townships, cells: []).locate(
      longitudes: known.map(\.site.position.x), latitudes: known.map(\.site.position.y))
    let plane = try Plane.positions(of: known.map(\.site.position))
    let found = outcomes(of: history, in: wanted, at: moment)
    return known.enumerated().map { place, unit in
      let township = Int(places.townships[place])
      return DrawnVisit(
        round: unit.draw.round, siteID: unit.site.id,
        city: township < 0 ? "" : townships[township].cityCode, topics: unit.site.topics,
        probability: unit.draw.probability, plane: Coordinate(plane.xs[place], plane.ys[place]),
        isHit: found[RoundSite(round: unit.draw.round, siteID: unit.site.id)]?.isHit)
    }
  }

  private struct RoundSite: Hashable {
    var round: Int
    var siteID: String
  }

  /// The first visit of each site in each round that was let in.
  private static func outcomes(
    of history: FactHistory, in sites: Set<String>, at moment: Moment
  ) -> [RoundSite: (at: Moment, isHit: Bool)] {
    var found: [RoundSite: (at: Moment, isHit: Bool)] = [:]
    for version in history.visits.current(at: moment) {
      let visit = history.visits.facts[version]
      guard visit.visitedAt <= moment, visit.outcome != "refused", sites.contains(visit.siteID)
      else { continue }
      let key = RoundSite(round: visit.round, siteID: visit.siteID)
      if let first = found[key], first.at <= visit.visitedAt { continue }
      found[key] = (visit.visitedAt, visit.outcome == "problem")
    }
    return found
  }
}
