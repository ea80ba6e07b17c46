import Geo

/// A small seeded generator (SplitMix64), so that a failing case can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// A position in whole numbers, for exact reference arithmetic; `scale` makes doubles of it without
/// rounding as long as it is a power of two and the numbers stay below 2^53.
struct Lattice: Hashable {
  var x: Int64
  var y: Int64

  func coordinate(_ scale: Double) -> Coordinate {
    Coordinate(Double(x) * scale, Double(y) * scale)
  }
}

/// A layer in whole numbers: areas, each of rings that are closed by themselves.
struct LatticeLayer {
  var areas: [[[Lattice]]]
  var scale = 1.0

  var multiPolygons: [MultiPolygon] {
    areas.map { rings in
      let closed = rings.map { ring in (ring + ring.prefix(1)).map { $0.coordinate(scale) } }
      return MultiPolygon([Polygon(exterior: closed[0], holes: Array(closed.dropFirst()))])
    }
  }

  /// Who holds a position, by definition: rational arithmetic over every line of every area.
  func holders(_ p: Lattice) -> [Int] {
    let held = areas.indices.filter { area in
      areas[area].reduce(false) { $0 != Self.crosses($1, p) }
    }
    if !held.isEmpty { return held }
    return Array(areas.indices.filter { areas[$0].contains { Self.touches($0, p) } }.prefix(1))
  }

  static func side(_ a: Lattice, _ b: Lattice, _ p: Lattice) -> Int {
    let determinant =
      Int128(b.x - a.x) * Int128(p.y - a.y) - Int128(b.y - a.y) * Int128(p.x - a.x)
    return determinant.signum() == 0 ? 0 : Int(determinant.signum())
  }

  private static func crosses(_ ring: [Lattice], _ p: Lattice) -> Bool {
    var inside = false
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) where (a.y <= p.y) != (b.y <= p.y) {
      let (low, high) = a.y < b.y ? (a, b) : (b, a)
      // Moved by (+e, +e²), a position on a rising line lies east of it.
      if side(low, high, p) > 0 { inside.toggle() }
    }
    return inside
  }

  private static func touches(_ ring: [Lattice], _ p: Lattice) -> Bool {
    zip(ring, ring.dropFirst() + ring.prefix(1)).contains { a, b in
      side(a, b, p) == 0 && min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y
        && p.y <= max(a.y, b.y)
    }
  }

  /// Every corner, every middle of a line, and the positions a last digit around them.
  var critical: [Lattice] {
    var found: [Lattice] = []
    for ring in areas.joined() {
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        let middle = Lattice(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
        for centre in [a, middle] {
          for dx in Int64(-1)...1 {
            for dy in Int64(-1)...1 { found.append(Lattice(x: centre.x + dx, y: centre.y + dy)) }
          }
        }
      }
    }
    return found
  }

  /// A coverage: a lattice of quadrangles with shaken corners, some of them cut in two triangles.
  ///
  /// `shake` below `step / 2` keeps it valid.
  static func coverage(
    side: Int, step: Int64, shake: Int64, origin: Int64 = 0,
    using generator: inout SeededGenerator
  ) -> LatticeLayer {
    let corners = (0...side).map { row in
      (0...side).map { column in
        Lattice(
          x: origin + Int64(column) * step + Int64.random(in: -shake...shake, using: &generator),
          y: origin + Int64(row) * step + Int64.random(in: -shake...shake, using: &generator))
      }
    }
    var areas: [[[Lattice]]] = []
    for row in 0..<side {
      for column in 0..<side {
        let a = corners[row][column]
        let b = corners[row][column + 1]
        let c = corners[row + 1][column + 1]
        let d = corners[row + 1][column]
        // A diagonal inside the quadrangle: one with the other corners on its two sides.
        if Self.side(a, c, b) * Self.side(a, c, d) < 0, Bool.random(using: &generator) {
          areas += [[[a, b, c]], [[c, d, a]]]
        } else {
          areas.append([[a, b, c, d]])
        }
      }
    }
    areas.shuffle(using: &generator)
    return LatticeLayer(areas: areas)
  }
}
