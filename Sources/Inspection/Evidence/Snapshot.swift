public import CampaignData
import Geo

/// The facts as of a moment, each joined to its township and cell.
///
/// Everything that the program decides is a pure function of a snapshot, the settings and a seed.
public struct Snapshot: Sendable {
  /// The moment: nothing known later is in here.
  public let asOf: Moment
  /// The facts, each kind sorted by its identifier.
  public let facts: Facts
  /// For every site: index in `facts.townships`, -1 outside all.
  public let siteTownships: [Int32]
  /// For every site: index in `facts.cells`, -1 outside all.
  public let siteCells: [Int32]
  /// For every complaint: index in `facts.townships`, -1 outside all or without a place.
  public let complaintTownships: [Int32]
  /// For every complaint: index in `facts.cells`, -1 outside all or without a place.
  public let complaintCells: [Int32]

  /// Keeps what was known by a moment and joins it to the boundaries.
  ///
  /// - Throws: `PROJError` if the projection of the grid cannot be had, or an index error.
  public init(asOf: Moment, facts: Facts) throws {
    self.asOf = asOf
    let known = facts.known(by: asOf)
    self.facts = known
    let places = try PlaceIndex(townships: known.townships, cells: known.cells)
    (siteTownships, siteCells) = try places.locate(
      longitudes: known.sites.map(\.position.x), latitudes: known.sites.map(\.position.y))
    (complaintTownships, complaintCells) = try places.locate(
      longitudes: known.complaints.map { $0.position?.x ?? .nan },
      latitudes: known.complaints.map { $0.position?.y ?? .nan })
  }

  /// Takes a part of the facts known at a moment whose sites are joined already; its complaints are
  /// joined to nothing.
  init(asOf: Moment, joined facts: Facts, siteTownships: [Int32], siteCells: [Int32]) {
    let nowhere = [Int32](repeating: -1, count: facts.complaints.count)
    self.init(
      asOf: asOf, facts: facts, siteTownships: siteTownships, siteCells: siteCells,
      complaintTownships: nowhere, complaintCells: nowhere)
  }

  /// Takes facts that are known, sorted and joined already.
  init(
    asOf: Moment, facts: Facts, siteTownships: [Int32], siteCells: [Int32],
    complaintTownships: [Int32], complaintCells: [Int32]
  ) {
    self.asOf = asOf
    self.facts = facts
    self.siteTownships = siteTownships
    self.siteCells = siteCells
    self.complaintTownships = complaintTownships
    self.complaintCells = complaintCells
  }

  /// The same with some of the sites, by index ascending.
  func keeping(sites kept: [Int]) -> Snapshot { Snapshot(self, sites: kept) }

  private init(_ other: Snapshot, sites kept: [Int]) {
    asOf = other.asOf
    var facts = other.facts
    facts.sites = kept.map { other.facts.sites[$0] }
    self.facts = facts
    siteTownships = kept.map { other.siteTownships[$0] }
    siteCells = kept.map { other.siteCells[$0] }
    complaintTownships = other.complaintTownships
    complaintCells = other.complaintCells
  }
}

extension Facts {
  /// The facts known by a moment, each kind sorted by identifier.
  ///
  /// The store reads by moment already; that nothing later can leak into a plan is settled here,
  /// where plans are made, and not only there.
  public func known(by moment: Moment) -> Facts {
    var known = Facts()
    known.counties = counties.filter { $0.knownAt <= moment }.sorted(on: \.code)
    known.townships = townships.filter { $0.knownAt <= moment }.sorted(on: \.code)
    known.cells = cells.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.cellShares = cellShares.sorted {
      ($0.townshipCode, $0.cellID) < ($1.townshipCode, $1.cellID)
    }
    known.sites = sites.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.alerts = alerts.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.complaints = complaints.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.anomalies = anomalies.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.teams = teams.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.visits = visits.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.warnings = warnings.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.orders = orders.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.problems = problems.filter { $0.knownAt <= moment }.sorted(on: \.id)
    known.rechecks = rechecks.filter { $0.knownAt <= moment }.sorted(on: \.order)
    known.taskPlan = taskPlan.filter { $0.knownAt <= moment }.sorted(on: \.order)
    return known
  }
}

extension Array {
  /// Sorted by a text key; an array that is in order already, as the store's are, is kept as it is.
  fileprivate func sorted(on key: (Element) -> String) -> [Element] {
    let keys = map(key)
    guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else { return self }
    return indices.sorted { keys[$0] < keys[$1] }.map { self[$0] }
  }
}
