import CampaignData
import Geo

/// What has been visited before a plan, as known.
struct VisitHistory: Sendable {
  /// For every township: visits in the campaign.
  private(set) var ever: [Int]
  /// For every township: visits in the round.
  private(set) var inRound: [Int]
  /// For every township: visits in the round before.
  private(set) var inLastRound: [Int]
  /// Identifiers of the targets visited in the round.
  private(set) var targetsInRound: Set<String> = []

  /// Counts townships as visited once in the round where they are not.
  mutating func countAsVisited(_ townships: Set<Int>) {
    for township in townships { inRound[township] = max(1, inRound[township]) }
  }

  /// Counts the visits of a snapshot, by the township of the site or of the reported position.
  init(snapshot: Snapshot, round: Int) throws {
    let facts = snapshot.facts
    ever = [Int](repeating: 0, count: facts.townships.count)
    inRound = ever
    inLastRound = ever
    let sites = SiteNames(facts.sites)
    let reported = try PlaceIndex(townships: facts.townships, cells: []).locate(
      longitudes: facts.visits.map { $0.position?.x ?? .nan },
      latitudes: facts.visits.map { $0.position?.y ?? .nan }
    ).townships
    for (number, visit) in facts.visits.enumerated() {
      if visit.round == round { targetsInRound.insert(visit.siteID) }
      let site = sites.index(id: visit.siteID).map { snapshot.siteTownships[Int($0)] } ?? -1
      let township = site >= 0 ? site : reported[number]
      guard township >= 0 else { continue }
      ever[Int(township)] += 1
      if visit.round == round { inRound[Int(township)] += 1 }
      if visit.round == round - 1 { inLastRound[Int(township)] += 1 }
    }
  }
}
