/// A line of border, from its lexicographically lower end to the higher, with the areas that begin
/// or end there: crossing it leaves each of them or enters it.
struct BorderEdge: Sendable, BitwiseCopyable {
  var ax: Double
  var ay: Double
  var bx: Double
  var by: Double
  /// The areas that crossing toggles; -1 is none.
  var first: Int32
  var second: Int32

  /// True if the infinitesimally moved position lies left of the line.
  @inline(__always)
  func isLeft(_ x: Double, _ y: Double) -> Bool {
    Orientation.isLeft(ax: ax, ay: ay, bx: bx, by: by, x: x, y: y)
  }

  /// True if the position lies exactly on the line, ends included.
  @inline(__always)
  func holds(_ x: Double, _ y: Double) -> Bool {
    guard ax <= x, x <= bx, min(ay, by) <= y, y <= max(ay, by) else { return false }
    return Orientation.sign(ax: ax, ay: ay, bx: bx, by: by, x: x, y: y) == 0
  }
}

extension BorderEdge {
  /// The lower of its areas.
  var lowestArea: Int32 { first < 0 || second < 0 ? max(first, second) : min(first, second) }
}

/// The distinct border lines of a layer: a border shared by two areas is one line with both, and a
/// line that an area runs along twice (between its own parts, or a spike) is none.
struct BorderEdges {
  private(set) var edges: [BorderEdge] = []
  /// The rectangle around all lines.
  private(set) var envelope = Envelope.empty
  /// The sum of the areas' sizes: over that of the rectangle it is the mean number of holders.
  private(set) var totalArea = 0.0
  private var slots: [Int32]
  private let mask: Int

  /// Collects the lines of areas; O(vertices).
  init(_ areas: [MultiPolygon]) throws(IndexError) {
    var vertices = 0
    for area in areas {
      for polygon in area.polygons {
        vertices += polygon.exterior.count
        for hole in polygon.holes { vertices += hole.count }
      }
    }
    guard areas.count < 1 << 30, vertices < 1 << 30 else { throw .tooMany }
    var capacity = 16
    while capacity < vertices * 2 { capacity *= 2 }
    slots = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
    edges.reserveCapacity(vertices)
    for (id, area) in areas.enumerated() {
      for polygon in area.polygons {
        try add(polygon.exterior, of: id)
        for hole in polygon.holes { try add(hole, of: id) }
      }
    }
    slots = []
    // A line with no area left is none.
    edges.removeAll { $0.first < 0 && $0.second < 0 }
    envelope = .empty
    for edge in edges {
      envelope.include(Coordinate(edge.ax, edge.ay))
      envelope.include(Coordinate(edge.bx, edge.by))
    }
  }

  private mutating func add(_ ring: Ring, of id: Int) throws(IndexError) {
    guard var a = ring.last else { return }
    for b in ring {
      guard b.isFinite else { throw .notFinite(area: id) }
      guard max(b.x.magnitude, b.y.magnitude) < 1e150 else { throw .tooLarge(area: id) }
      if a != b { toggle(Int32(truncatingIfNeeded: id), from: a, to: b) }
      a = b
    }
    totalArea += RingMoments(ring).area.magnitude
  }

  /// Notes that an area has a line, or forgets it if it had it already.
  private mutating func toggle(_ id: Int32, from a: Coordinate, to b: Coordinate) {
    let isOrdered = (a.x, a.y) < (b.x, b.y)
    let low = isOrdered ? a : b
    let high = isOrdered ? b : a
    // Adding 0 makes -0 and 0 the same number.
    let edge = BorderEdge(
      ax: low.x + 0, ay: low.y + 0, bx: high.x + 0, by: high.y + 0, first: id, second: -1)
    var slot = Self.hash(edge) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if edges[place].hasEnds(of: edge) {
        if edges[place].toggle(id) { return }
        // Full of two areas before this one, which come no more: the next record takes its slot.
        break
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(truncatingIfNeeded: edges.count)
    edges.append(edge)
  }

  private static func hash(_ edge: BorderEdge) -> Int {
    var hash = edge.ax.bitPattern &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 32 ^ edge.ay.bitPattern) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 29 ^ edge.bx.bitPattern) &* 0x94D0_49BB_1331_11EB
    hash = (hash ^ hash >> 31 ^ edge.by.bitPattern) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash ^ hash >> 30)
  }
}

extension BorderEdge {
  fileprivate func hasEnds(of other: BorderEdge) -> Bool {
    ax == other.ax && ay == other.ay && bx == other.bx && by == other.by
  }

  /// Adds or removes an area; false if the line has two others already.
  fileprivate mutating func toggle(_ id: Int32) -> Bool {
    if first == id {
      (first, second) = (second, -1)
    } else if second == id {
      second = -1
    } else if first < 0 {
      first = id
    } else if second < 0 {
      second = id
    } else {
      return false
    }
    return true
  }
}
