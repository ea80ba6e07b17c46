import Geo

/// Finds where a problem is: the site of its visit, else where the visit was reported from.
struct RecheckPlaces {
  private let sites: SiteNames
  private let visits: [String: Visit]

  init(_ facts: Facts) {
    sites = SiteNames(facts.sites)
    let wanted = Set(facts.problems.map(\.visitID))
    var visits: [String: Visit] = [:]
    if !wanted.isEmpty {
      for visit in facts.visits where wanted.contains(visit.id) { visits[visit.id] = visit }
    }
    self.visits = visits
  }

  /// A place to go to.
  struct Place {
    var target: String
    var position: Coordinate?
    var name = ""
  }

  /// True if a target is a known site.
  func isSite(_ target: String) -> Bool { sites.index(id: target) != nil }

  /// The place of a problem; without a position and no site where nobody knows.
  func place(ofVisit visit: String, problem: String) -> Place {
    guard let found = visits[visit] else { return Place(target: RecheckDue.placePrefix + problem) }
    if isSite(found.siteID) { return Place(target: found.siteID) }
    let position = found.position.flatMap { $0.isFinite ? $0 : nil }
    return Place(
      target: RecheckDue.placePrefix + problem, position: position,
      name: found.siteID.isEmpty ? visit : found.siteID)
  }
}
