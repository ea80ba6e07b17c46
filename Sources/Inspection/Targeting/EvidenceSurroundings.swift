import CampaignData
import Geo
import Glibc

/// Where evidence lies in the plane of the grid, and how many sites share each piece of it.
///
/// A part of the facts is enough to say what speaks for some sites; who shares it takes all of them.
struct EvidenceSurroundings: Sendable {
  /// The sites of the facts, in the plane of the grid.
  var sites: PointIndex
  /// For every complaint: its place in the plane, not finite without one.
  var complaintPlanes: [Coordinate]
  /// For every cell: how many sites share what its alerts say.
  var cellSites: [Int]
  /// For every complaint: what one site right beside it gets of it, since it means one of those near.
  var complaintShares: [Double]
  /// The names that complaints give, and the sites that bear them.
  var firmNames: FirmNames
}

extension EvidenceSurroundings {
  /// The surroundings of all evidence of a snapshot.
  init(of snapshot: Snapshot, weights: EvidenceWeights) throws {
    let facts = snapshot.facts
    let sitePlane = try Plane.positions(of: facts.sites.map(\.position))
    let near = PointIndex(xs: sitePlane.xs, ys: sitePlane.ys)
    let placed = facts.complaints.indices.filter { facts.complaints[$0].position != nil }
    let plane = try Plane.positions(of: placed.compactMap { facts.complaints[$0].position })
    var planes = [Coordinate](repeating: Coordinate(.nan, .nan), count: facts.complaints.count)
    var shares = [Double](repeating: 1, count: facts.complaints.count)
    for (place, number) in placed.enumerated() {
      planes[number] = Coordinate(plane.xs[place], plane.ys[place])
      shares[number] = Self.share(
        at: planes[number], decay: weights["complaint"]?.decayMetres, among: near)
    }
    var counts = [Int](repeating: 0, count: facts.cells.count)
    for cell in snapshot.siteCells where cell >= 0 { counts[Int(cell)] += 1 }
    self.init(
      sites: near, complaintPlanes: planes, cellSites: counts, complaintShares: shares,
      firmNames: FirmNames(complaints: facts.complaints, sites: facts.sites))
  }

  /// One over the sites around a complaint, nearer ones counting more; at most 1.
  static func share(
    at plane: Coordinate, decay: Double?, among sites: PointIndex,
    counting: (Int) -> Bool = { _ in true }
  ) -> Double {
    guard let decay, plane.isFinite else { return 1 }
    var mass = 0.0
    sites.forEach(within: 3 * decay, of: plane) { site, distance in
      if counting(site) { mass += exp(-distance / decay) }
    }
    return 1 / max(1, mass)
  }
}
