import CampaignData
import Geo

/// A history arranged so that what was known of a site at a moment is found without looking at the
/// rest.
///
/// Versions of a fact are searched by their index in the history, whose order is that of the facts of
/// any moment.
struct EvidenceArchive: Sendable {
  let history: FactHistory
  /// The number of each site's identifier.
  private let siteNumbers: [String: Int32]
  /// For every site number: its versions.
  private let siteVersions: MemberLists
  /// For every site number: versions of its visits and of its anomalies.
  let visits: MemberLists
  let anomalies: MemberLists
  /// Alerts by the cell that they name.
  let alerts: [String: [Int]]
  /// Every site version in the plane of the grid.
  let sitePlanes: [Coordinate]
  let siteIndex: PointIndex
  /// Every complaint version in the plane of the grid, not finite without a place.
  let complaintPlanes: [Coordinate]
  let complaintIndex: PointIndex
  private let complaintNumbers: [Int]
  /// Names that complaints give, who bears them, and both by name.
  let names: FirmNames
  let complaintsByName: MemberLists
  let sitesByName: MemberLists

  /// Arranges a history.
  /// - Complexity: O(n log n) in the versions.
  /// - Throws: `PROJError` if the projection of the grid cannot be had.
  init(_ history: FactHistory) throws {
    self.history = history
    let sites = history.sites.facts
    var numbers: [String: Int32] = [:]
    numbers.reserveCapacity(sites.count)
    let owners = sites.map { site -> Int32 in
      if let number = numbers[site.id] { return number }
      let number = Int32(numbers.count)
      numbers[site.id] = number
      return number
    }
    siteNumbers = numbers
    siteVersions = MemberLists(count: numbers.count, owners: owners)
    visits = MemberLists(
      count: numbers.count, owners: history.visits.facts.map { numbers[$0.siteID] ?? -1 })
    anomalies = MemberLists(
      count: numbers.count, owners: history.anomalies.facts.map { numbers[$0.siteID] ?? -1 })
    alerts = Dictionary(grouping: history.alerts.facts.indices) {
      history.alerts.facts[$0].cellID
    }
    let plane = try Plane.positions(of: sites.map(\.position))
    sitePlanes = zip(plane.xs, plane.ys).map { Coordinate($0, $1) }
    siteIndex = PointIndex(xs: plane.xs, ys: plane.ys)
    let complaints = history.complaints.facts
    complaintNumbers = complaints.indices.filter { complaints[$0].position != nil }
    let placed = try Plane.positions(of: complaintNumbers.compactMap { complaints[$0].position })
    var planes = [Coordinate](repeating: Coordinate(.nan, .nan), count: complaints.count)
    for (place, number) in complaintNumbers.enumerated() {
      planes[number] = Coordinate(placed.xs[place], placed.ys[place])
    }
    complaintPlanes = planes
    complaintIndex = PointIndex(xs: placed.xs, ys: placed.ys)
    names = FirmNames(complaints: complaints, sites: sites)
    complaintsByName = MemberLists(count: names.count, owners: names.complaints)
    sitesByName = MemberLists(count: names.count, owners: names.sites)
  }

  /// The number of a site and its version at a moment; nil if it was not known.
  func site(_ id: String, at moment: Moment) -> (number: Int, version: Int)? {
    guard let number = siteNumbers[id].map(Int.init) else { return nil }
    let version = siteVersions[number].last { history.sites.isCurrent(Int($0), at: moment) }
    return version.map { (number, Int($0)) }
  }

  /// Calls back for every complaint around a place that was known at a moment.
  func forEachComplaint(
    within radius: Double, of plane: Coordinate, at moment: Moment, _ body: (Int) -> Void
  ) {
    complaintIndex.forEach(within: radius, of: plane) { point, _ in
      let number = complaintNumbers[point]
      if history.complaints.isCurrent(number, at: moment) { body(number) }
    }
  }
}
