import CampaignData
import Geo

extension TargetList {
  /// The same targets and, after them, places that are no sites and were added by hand.
  ///
  /// Each has the chance that the evidence around it gives.
  /// - Throws: `PROJError` if the projection of the grid cannot be had.
  func adding(_ spots: [(id: String, position: Coordinate, note: String)]) throws -> TargetList {
    guard !spots.isEmpty else { return self }
    let facts = evidence.snapshot.facts
    let located = try PlaceIndex(townships: facts.townships, cells: facts.cells).locate(
      longitudes: spots.map(\.position.x), latitudes: spots.map(\.position.y))
    let added = zip(spots, located.cells).map { spot, cell in
      TargetPlace(origin: .spot(AddedSpot(id: spot.id, note: spot.note)), cell: cell)
    }
    let positions = spots.map(\.position)
    let plane = try Plane.positions(of: positions)
    let planes = zip(plane.xs, plane.ys).map { Coordinate($0, $1) }
    return TargetList(
      chances: chances + evidence.chances(places: added, positions: positions, planes: planes),
      townships: townships + located.townships, positions: self.positions + positions,
      places: places + added, planes: self.planes + planes, evidence: evidence)
  }

  /// True for a place that is listed only to be verified.
  func isRecheckPlace(at index: Int) -> Bool {
    if case .spot(let spot) = places[index].origin {
      return spot.id.hasPrefix(RecheckDue.placePrefix)
    }
    return false
  }

  /// The site that each target is, as an index in `Facts.sites`; nil for a search or patrol.
  func site(at index: Int) -> Int? {
    if case .site(let site) = places[index].origin { return site }
    return nil
  }
}
