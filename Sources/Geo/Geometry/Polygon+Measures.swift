extension Polygon {
  /// True if the exterior has fewer than three distinct corners.
  public var isEmpty: Bool { exterior.count < 4 && Set(exterior).count < 3 }

  /// The planar area in squared units of the coordinates, positive whatever the rings' direction.
  public var area: Double {
    let outer = RingMoments(exterior).area.magnitude
    return holes.reduce(outer) { $0 - RingMoments($1).area.magnitude }
  }

  /// The area of the exterior by its direction (positive if counter-clockwise), less the holes'.
  public var signedArea: Double {
    RingMoments(exterior).area < 0 ? -area : area
  }

  /// The centre of gravity; nil without area.
  ///
  /// It may lie outside a bent polygon.
  public var centroid: Coordinate? { MultiPolygon([self]).centroid }

  /// The same area with closed rings, the exterior counter-clockwise and holes clockwise (RFC 7946).
  public var normalised: Polygon {
    Polygon(
      exterior: Self.directed(exterior, counterClockwise: true),
      holes: holes.map { Self.directed($0, counterClockwise: false) })
  }

  /// Half-open membership: of two neighbours exactly one holds a position on their border.
  ///
  /// The exact rule of `PolygonIndex` without its care for the rim. Takes time in proportion to the vertices.
  public func contains(_ c: Coordinate) -> Bool {
    var inside = false
    for ring in rings where ring.windingCrosses(c) { inside.toggle() }
    return inside
  }

  private static func directed(_ ring: Ring, counterClockwise: Bool) -> Ring {
    var closed = ring
    if let first = ring.first, ring.last != first { closed.append(first) }
    let isCounterClockwise = RingMoments(closed).area > 0
    return isCounterClockwise == counterClockwise ? closed : closed.reversed()
  }
}

extension MultiPolygon {
  /// True if no part has three distinct corners.
  public var isEmpty: Bool { polygons.allSatisfy(\.isEmpty) }

  /// The planar area in squared units of the coordinates, positive whatever the rings' direction.
  public var area: Double { polygons.reduce(0) { $0 + $1.area } }

  /// The parts' areas by the direction of their exteriors.
  public var signedArea: Double { polygons.reduce(0) { $0 + $1.signedArea } }

  /// The centre of gravity of all parts; nil without area.
  public var centroid: Coordinate? {
    guard let origin = polygons.first(where: { !$0.exterior.isEmpty })?.exterior.first else {
      return nil
    }
    var total = 0.0
    var momentX = 0.0
    var momentY = 0.0
    for polygon in polygons {
      for (index, ring) in polygon.rings.enumerated() {
        let moments = RingMoments(ring, origin: origin)
        let sign = (moments.area < 0 ? -1.0 : 1) * (index == 0 ? 1 : -1)
        total += sign * moments.area
        momentX += sign * moments.x
        momentY += sign * moments.y
      }
    }
    guard total > 0 else { return nil }
    return Coordinate(origin.x + momentX / total, origin.y + momentY / total)
  }

  /// The same area with closed rings, exteriors counter-clockwise and holes clockwise (RFC 7946).
  public var normalised: MultiPolygon { MultiPolygon(polygons.map(\.normalised)) }

  /// Half-open membership by the rule of `PolygonIndex`; see `Polygon.contains`.
  public func contains(_ c: Coordinate) -> Bool {
    var inside = false
    for polygon in polygons where polygon.contains(c) { inside.toggle() }
    return inside
  }
}

/// Area and first moments of a ring about an origin near it, which keeps the digits that large
/// coordinates would cost.
struct RingMoments {
  /// Signed area, positive if counter-clockwise.
  private(set) var area = 0.0
  /// Integral of x - origin.x over the area.
  private(set) var x = 0.0
  /// Integral of y - origin.y over the area.
  private(set) var y = 0.0

  /// Measures a ring about its first position or a given origin; an open ring is closed.
  init(_ ring: Ring, origin: Coordinate? = nil) {
    guard let first = ring.first, let last = ring.last, ring.count > 2 else { return }
    let origin = origin ?? first
    var previousX = last.x - origin.x
    var previousY = last.y - origin.y
    for position in ring {
      let nextX = position.x - origin.x
      let nextY = position.y - origin.y
      let cross = previousX * nextY - nextX * previousY
      area += cross
      x += cross * (previousX + nextX)
      y += cross * (previousY + nextY)
      previousX = nextX
      previousY = nextY
    }
    area /= 2
    x /= 6
    y /= 6
  }
}

extension Ring {
  /// True if a ray from the infinitesimally moved position crosses the ring an odd number of times.
  func windingCrosses(_ c: Coordinate) -> Bool {
    guard var a = last else { return false }
    var inside = false
    for b in self {
      let rises = a.y <= c.y
      if rises != (b.y <= c.y) {
        // The ray goes east: it meets a rising edge if the position is left of it.
        let left = Orientation.isLeft(ax: a.x, ay: a.y, bx: b.x, by: b.y, x: c.x, y: c.y)
        if left == rises { inside.toggle() }
      }
      a = b
    }
    return inside
  }
}
