/// Areas divided among positions: each place to the nearest.
public enum Voronoi {
  /// The part of an area that is nearer to each position than to any other, in their order.
  ///
  /// Parts add up to the area, and neighbours have the very same vertices along their border. Of
  /// equal positions the first gets the part, the others are empty, as are positions that are not
  /// finite or far from the area. The diagram comes from an exact Delaunay triangulation; its lines
  /// are cut at the area's border with exact predicates, all positions of the diagram thought moved
  /// by an infinitesimal, so that every case is general. Planar; time O(n log n + lines x vertices).
  public static func cells(of points: [Coordinate], within area: MultiPolygon) -> [MultiPolygon] {
    var cells = [MultiPolygon](repeating: MultiPolygon(), count: points.count)
    let usable = points.indices.filter { points[$0].isFinite }
    guard !usable.isEmpty, !area.isEmpty, area.isFinite else { return cells }
    let sites = usable.map { points[$0] }
    guard Set(sites).count > 1 else {
      cells[usable[0]] = area.normalised
      return cells
    }
    for (place, cell) in zip(usable, divide(area.normalised, among: sites)) { cells[place] = cell }
    return cells
  }

  /// Cuts the area; when rounding of the diagram's own vertices has tangled it (a border that runs
  /// through the common centre of several cocircular positions), they are moved by less than matters.
  private static func divide(
    _ area: MultiPolygon, among sites: [Coordinate]
  ) -> [MultiPolygon] {
    var frame = area.envelope
    for site in sites { frame.include(site) }
    let size = max(frame.width, frame.height)
    var moved = sites
    for attempt in 0..<12 {
      let diagram = Delaunay(moved, frame: frame)
      if let cells = VoronoiCutter(diagram, area: area).cells() { return cells }
      // Golden-ratio steps: no two positions move alike. From 1e-14 to 1e-8 of the extent.
      var reach = size * 1e-14
      for _ in 0..<min(attempt, 6) { reach *= 10 }
      for index in sites.indices where diagram.isFirst[index] {
        let angle = Double(index + attempt * sites.count) * 0.618_033_988_749_895
        let fraction = angle - angle.rounded(.down)
        moved[index].x = sites[index].x + reach * (fraction - 0.5)
        moved[index].y =
          sites[index].y + reach * ((fraction * 7.3).truncatingRemainder(dividingBy: 1) - 0.5)
      }
    }
    var cells = [MultiPolygon](repeating: MultiPolygon(), count: sites.count)
    cells[0] = area
    return cells
  }
}

extension MultiPolygon {
  /// True if every coordinate is finite.
  var isFinite: Bool {
    polygons.allSatisfy { polygon in
      polygon.exterior.allSatisfy(\.isFinite)
        && polygon.holes.allSatisfy { $0.allSatisfy(\.isFinite) }
    }
  }
}
