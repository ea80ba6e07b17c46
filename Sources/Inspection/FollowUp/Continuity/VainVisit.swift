public import CampaignData

/// A site whose last visit came to nothing: closed, not found, or refused.
public struct VainVisit: Sendable, Hashable {
  /// Index in `Facts.sites`.
  public let site: Int
  /// Index in `Facts.townships`; -1 outside all.
  public let township: Int
  /// Vocabulary `outcome` of its last visit.
  public let outcome: String
  /// The day of its last visit.
  public let day: CalendarDate
  /// How many of its visits came to nothing.
  public let times: Int

  /// Outcomes of a visit that saw nothing.
  private static let outcomes: Set = ["closed", "not_found", "refused"]

  /// The sites of some visits whose last one came to nothing, the last ones first.
  static func sites(of visits: [WorkedVisits.Row]) -> [VainVisit] {
    let bySite = Dictionary(grouping: visits.filter { $0.site >= 0 }, by: \.site)
    return bySite.compactMap { site, visits -> VainVisit? in
      guard
        let last = visits.max(by: {
          ($0.visitedAt.secondsSince1970, $0.visitID) < ($1.visitedAt.secondsSince1970, $1.visitID)
        }), outcomes.contains(last.outcome)
      else { return nil }
      return VainVisit(
        site: site, township: last.township, outcome: last.outcome, day: last.day,
        times: visits.count { outcomes.contains($0.outcome) })
    }.sorted { ($1.day, $0.site) < ($0.day, $1.site) }
  }
}
