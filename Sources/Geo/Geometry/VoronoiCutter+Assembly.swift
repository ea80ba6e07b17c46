extension VoronoiCutter {
  /// The site whose cell of the diagram holds a corner of the border.
  func site(around corner: Coordinate) -> Int {
    let byDistance = diagram.isFirst.indices.filter { diagram.isFirst[$0] }.map { site in
      let dx = diagram.positions[site].x - corner.x
      let dy = diagram.positions[site].y - corner.y
      return (squared: dx * dx + dy * dy, site: site)
    }.sorted { ($0.squared, $0.site) < ($1.squared, $1.site) }
    let nearest = byDistance[0].site
    guard byDistance.count > 1, byDistance[1].squared < byDistance[0].squared * (1 + 1e-9) else {
      return nearest
    }
    // Too close to a line for distances: the cells' own rings decide.
    return byDistance.prefix(8).first { fan(around: $0.site).windingCrosses(corner) }?.site
      ?? nearest
  }

  /// The ring of a site's cell in the diagram.
  private func fan(around site: Int) -> Ring {
    guard let start = diagram.triangles.firstIndex(where: { $0.has(site) }) else { return [] }
    var ring: Ring = []
    var current = start
    repeat {
      ring.append(centres[current])
      let triangle = diagram.triangles[current]
      guard let corner = (0..<3).first(where: { triangle.corners[$0] == site }) else { break }
      // Counter-clockwise: across the side from the site to the third corner.
      current = triangle.neighbours[(corner + 1) % 3]
    } while current != start && current >= 0
    return ring
  }

  /// Follows the pieces from node to node into rings, for every site.
  func joinPieces() -> [[Ring]]? {
    let nodes = crossings.count + centres.count
    var starting: [Int: Int] = [:]
    for (number, piece) in pieces.enumerated() {
      // Two pieces of a cell from one node would be a tangle.
      guard starting.updateValue(number, forKey: piece.site * nodes + piece.from) == nil else {
        return nil
      }
    }
    var rings = [[Ring]](repeating: [], count: diagram.isFirst.count)
    for whole in wholeRings { rings[whole.site].append(whole.ring + whole.ring.prefix(1)) }
    var isUsed = [Bool](repeating: false, count: pieces.count)
    for first in pieces.indices where !isUsed[first] {
      let site = pieces[first].site
      var ring: Ring = []
      var current = first
      repeat {
        isUsed[current] = true
        ring.append(position(of: pieces[current].from))
        ring += pieces[current].between
        guard let next = starting[site * nodes + pieces[current].to] else { return nil }
        current = next
      } while !isUsed[current]
      guard current == first else { return nil }
      rings[site].append(Self.closed(ring))
    }
    return rings
  }

  private func position(of node: Int) -> Coordinate {
    node < crossings.count ? crossings[node].position : centres[node - crossings.count]
  }

  /// The ring without repeated positions, closed.
  private static func closed(_ ring: Ring) -> Ring {
    var result: Ring = []
    for position in ring where position != result.last { result.append(position) }
    while result.count > 1, result.last == result.first { result.removeLast() }
    return result + result.prefix(1)
  }

  /// Sorts rings into exteriors (counter-clockwise) and the holes within them.
  static func assemble(_ rings: [Ring]) -> MultiPolygon {
    let measured = rings.map { (ring: $0, area: RingMoments($0).area) }
    var polygons = measured.filter { $0.area > 0 }.map { Polygon(exterior: $0.ring) }
    let areas = measured.filter { $0.area > 0 }.map(\.area)
    for hole in measured where hole.area < 0 {
      let around = polygons.indices.filter { exterior in
        areas[exterior] > -hole.area
          && hole.ring.contains { polygons[exterior].exterior.windingCrosses($0) }
      }
      // A hole in nothing is a last digit of rounding.
      guard let owner = around.min(by: { areas[$0] < areas[$1] }) else { continue }
      polygons[owner].holes.append(hole.ring)
    }
    return MultiPolygon(polygons)
  }
}

extension Delaunay.Triangle {
  fileprivate func has(_ site: Int) -> Bool {
    corners[0] == site || corners[1] == site || corners[2] == site
  }
}
