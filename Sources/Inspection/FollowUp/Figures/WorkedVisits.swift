public import CampaignData
public import Geo

/// The visits of a snapshot, each with all that reports count it by.
public struct WorkedVisits: Sendable {
  /// A visit.
  public struct Row: Sendable, Hashable {
    /// The visit's identifier.
    public var visitID: String
    /// The team's identifier; empty if nobody said.
    public var teamID: String
    /// The round.
    public var round: Int
    /// When.
    public var visitedAt: Moment
    /// Index in `Facts.sites`; -1 for a visit of no known site.
    public var site: Int
    /// Code of the city of its township, else of its team; empty if neither is known.
    public var cityCode: String
    /// Code of the county of its township; empty outside all.
    public var countyCode: String
    /// Index in `Facts.townships`; -1 outside all.
    public var township: Int
    /// Index in `Facts.cells`; -1 outside all.
    public var cell: Int
    /// Where it was reported from, else where its site is.
    public var position: Coordinate?
    /// Vocabulary `site_kind`; empty for a visit of no known site.
    public var siteKind: String
    /// Keys of the site's topics.
    public var topics: [String]
    /// Why a plan chose it; nil where it names no stop of a plan.
    public var basis: Basis?
    /// Vocabulary `outcome`.
    public var outcome: String

    /// True if it found a problem.
    public var isHit: Bool { outcome == "problem" }
    /// The day.
    public var day: CalendarDate { visitedAt.date }
  }

  /// The visits, by identifier.
  public private(set) var rows: [Row]

  /// Only those that are wanted.
  public func filter(_ isWanted: (Row) -> Bool) -> WorkedVisits {
    var part = self
    part.rows = rows.filter(isWanted)
    return part
  }

  /// Joins visits to sites, townships, teams and the plans that chose them.
  ///
  /// A visit's township is its site's, else that of the position it was reported from, as everywhere.
  /// - Parameter bases: Why each visit was chosen, by its identifier.
  /// - Throws: `PROJError` if the projection of the grid cannot be had, or an index error.
  public init(_ snapshot: Snapshot, bases: [String: Basis]) throws {
    let facts = snapshot.facts
    let sites = SiteNames(facts.sites)
    let topics = TopicRule()
    let cities = Dictionary(facts.teams.map { ($0.id, $0.cityCode) }) { first, _ in first }
    let reported = try PlaceIndex(townships: facts.townships, cells: facts.cells).locate(
      longitudes: facts.visits.map { $0.position?.x ?? .nan },
      latitudes: facts.visits.map { $0.position?.y ?? .nan })
    rows = facts.visits.enumerated().map { number, visit in
      let found = sites.index(id: visit.siteID).map(Int.init)
      let site = found.map { facts.sites[$0] }
      func place(_ ofSites: [Int32], _ ofReports: [Int32]) -> Int {
        let own = found.map { ofSites[$0] } ?? -1
        return Int(own >= 0 ? own : ofReports[number])
      }
      let township = place(snapshot.siteTownships, reported.townships)
      let ground = township < 0 ? nil : facts.townships[township]
      return Row(
        visitID: visit.id, teamID: visit.teamID, round: visit.round, visitedAt: visit.visitedAt,
        site: found ?? -1, cityCode: ground?.cityCode ?? cities[visit.teamID] ?? "",
        countyCode: ground?.countyCode ?? "", township: township,
        cell: place(snapshot.siteCells, reported.cells), position: visit.position ?? site?.position,
        siteKind: site?.kind ?? "", topics: site.map(topics.topics) ?? [],
        basis: bases[visit.id],
        outcome: visit.outcome)
    }
  }
}
