public import CampaignData
public import Geo

/// What visits would have found: the yardstick for plans of a synthetic campaign.
public struct DemoScore: Sendable, Hashable {
  /// A visit to be scored.
  public struct Visit: Sendable, Hashable {
    /// The site, or any other text for a visit that points to none, such as `search:...`.
    public var siteID: String
    /// Longitude and latitude, WGS-84; where one looks when no site is known.
    public var position: Coordinate
    /// The day.
    public var date: CalendarDate

    /// Makes a visit.
    public init(siteID: String, position: Coordinate, date: CalendarDate) {
      self.siteID = siteID
      self.position = position
      self.date = date
    }
  }

  /// How far from a spot a hidden firm is found, in metres.
  public static let searchRadius = 300.0

  /// How many visits there were.
  public let visits: Int
  /// How many problems they found, at sites and at hidden firms.
  public let problems: Int
  /// How many of these were at hidden firms.
  public let hiddenFirms: Int

  /// Problems a visit, 0 to 1; 0 without visits.
  public var hitRate: Double { visits == 0 ? 0 : Double(problems) / Double(visits) }

  /// Counts what visits find.
  ///
  /// What was found once is not found again; of visits on the same day the
  /// earlier in the list comes first. A visit finds one problem at most.
  public static func score(visited: [Visit], truth: DemoTruth) -> DemoScore {
    let order = visited.indices.sorted {
      (visited[$0].date, $0) < (visited[$1].date, $1)
    }
    let spots = HiddenFirmIndex(truth.hiddenFirms)
    var found: Set<String> = []
    var hidden = 0
    for visit in order.map({ visited[$0] }) {
      if let shows = truth.showsProblem(visit.siteID, on: visit.date) {
        if shows { found.insert(visit.siteID) }
      } else if let firm = spots.firms(within: searchRadius, of: visit.position).first(where: {
        $0.isFindable && $0.spell.contains(visit.date) && !found.contains($0.id)
      }) {
        found.insert(firm.id)
        hidden += 1
      }
    }
    return DemoScore(visits: visited.count, problems: found.count, hiddenFirms: hidden)
  }
}
