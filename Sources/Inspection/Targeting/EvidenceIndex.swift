import CampaignData
import Geo
import Glibc

/// The snapshot's evidence arranged by what it bears on: cell, place, site.
struct EvidenceIndex: Sendable {
  let snapshot: Snapshot
  private(set) var weights: EvidenceWeights
  /// For every cell: indices of its alerts.
  let cellAlerts: [[Int]]
  /// For every site: indices of its electricity anomalies.
  let siteAnomalies: [Int32: [Int]]
  /// For every site: indices of its visits, oldest first.
  let siteVisits: [Int32: [Int]]
  /// What verifications said of sites and of what visits found.
  let verified: VerifiedSites
  /// Complaints that have a place, in the plane of the grid.
  let complaints: PointIndex
  /// The same, by point.
  let complaintPlanes: [Coordinate]
  /// Which complaint each point of `complaints` is.
  let complaintNumbers: [Int]
  /// For every complaint: what one site right beside it gets of it, since it means one of those near.
  let complaintShares: [Double]
  /// Complaints that name a site.
  let named: NamedComplaints
  /// For every cell: how many sites share what its alerts say.
  let cellSites: [Int]
  /// What the plan wants of the topics in the month.
  let season: SeasonEmphasis
  /// Which topics sites belong to.
  let topicRule = TopicRule()
  /// The sites, in the plane of the grid.
  let sites: PointIndex
  /// Facts that count as not there; none usually.
  var hidden = HiddenFacts()
  /// False where everything that a local list may write of a site is left out.
  var readsLists = true

  /// Arranges the evidence; the topics are those of a month, by default of the snapshot's own.
  init(snapshot: Snapshot, weights: EvidenceWeights, season: CalendarMonth? = nil) throws {
    self.init(
      snapshot: snapshot, weights: weights, season: season,
      surroundings: try EvidenceSurroundings(of: snapshot, weights: weights))
  }

  /// Arranges evidence whose surroundings are known.
  init(
    snapshot: Snapshot, weights: EvidenceWeights, season: CalendarMonth? = nil,
    surroundings: EvidenceSurroundings
  ) {
    self.snapshot = snapshot
    self.weights = weights
    let facts = snapshot.facts
    cellAlerts = Self.alertsByCell(facts)
    self.season = SeasonEmphasis(
      season ?? CalendarMonth(snapshot.asOf.date), townships: facts.townships)
    let names = SiteNames(facts.sites)
    var anomalies: [Int32: [Int]] = [:]
    for (number, anomaly) in facts.anomalies.enumerated() {
      if let site = names.index(id: anomaly.siteID) { anomalies[site, default: []].append(number) }
    }
    siteAnomalies = anomalies
    var visits: [Int32: [Int]] = [:]
    for (number, visit) in facts.visits.enumerated() {
      if let site = names.index(id: visit.siteID) { visits[site, default: []].append(number) }
    }
    siteVisits = visits.mapValues { numbers in
      numbers.sorted { (facts.visits[$0].visitedAt, $0) < (facts.visits[$1].visitedAt, $1) }
    }
    verified = VerifiedSites(facts, names)
    let numbers = facts.complaints.indices.filter { facts.complaints[$0].position != nil }
    complaintNumbers = numbers
    complaintPlanes = numbers.map { surroundings.complaintPlanes[$0] }
    complaints = PointIndex(xs: complaintPlanes.map(\.x), ys: complaintPlanes.map(\.y))
    sites = surroundings.sites
    named = NamedComplaints(
      complaints: facts.complaints, sites: facts.sites, names: surroundings.firmNames)
    cellSites = surroundings.cellSites
    complaintShares = surroundings.complaintShares
  }

  /// The same evidence under other weights; lengths over which it fades stay as they are.
  func weighted(by weights: EvidenceWeights) -> EvidenceIndex {
    var index = self
    index.weights = weights
    return index
  }

  private static func alertsByCell(_ facts: Facts) -> [[Int]] {
    var cells: [String: Int] = [:]
    for (index, cell) in facts.cells.enumerated() {
      cells[cell.id] = index
      if let official = cell.officialID { cells[official] = index }
    }
    var alerts = [[Int]](repeating: [], count: facts.cells.count)
    for (number, alert) in facts.alerts.enumerated() {
      if let cell = cells[alert.cellID] { alerts[cell].append(number) }
    }
    return alerts
  }
}

/// Looks sites up by identifier.
struct SiteNames {
  private let indices: [String: Int32]

  init(_ sites: [Site]) {
    indices = Dictionary(
      sites.indices.map { (sites[$0].id, Int32($0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The site with an identifier.
  func index(id: String) -> Int32? { indices[id] }
}
