/// The lines of border of a layer, cut wherever a corner of any area lies exactly on them, so that
/// two areas that run along each other have identical lines.
struct NodedBorders {
  /// A line of border between two corners, given by number.
  struct Line {
    var from: Int32
    var to: Int32
    var area: Int32

    /// The same for both directions.
    var key: UInt64 {
      UInt64(UInt32(bitPattern: min(from, to))) << 32 | UInt64(UInt32(bitPattern: max(from, to)))
    }
  }

  /// All lines, in the order of the areas.
  private(set) var lines: [Line] = []
  private var numbers = KeyNumbers<Coordinate>()

  /// How many corners there are.
  var corners: Int { numbers.count }

  /// Collects lines and cuts those that no other area has as they are; positions that are not finite
  /// are passed over.
  init(_ areas: [MultiPolygon]) {
    for (number, area) in areas.enumerated() {
      let id = Int32(truncatingIfNeeded: number)
      for polygon in area.polygons {
        for ring in polygon.rings { add(ring.filter(\.isFinite), of: id) }
      }
    }
    cut()
  }

  private mutating func add(_ ring: Ring, of area: Int32) {
    guard var last = ring.last.map({ Int32(truncatingIfNeeded: numbers.number(of: $0)) }) else {
      return
    }
    for position in ring {
      let corner = Int32(truncatingIfNeeded: numbers.number(of: position))
      if corner != last { lines.append(Line(from: last, to: corner, area: area)) }
      last = corner
    }
  }

  /// In a layer whose borders have the same corners on both sides, only the outermost are looked at.
  private mutating func cut() {
    var keys = KeyNumbers<UInt64>()
    var holders: [Int32] = []
    let ids = lines.map { line in
      let id = keys.number(of: line.key)
      if id == holders.count { holders.append(0) }
      holders[id] += 1
      return id
    }
    let positions = numbers.keys
    let index = PointIndex(xs: positions.map(\.x), ys: positions.map(\.y))
    var noded: [Line] = []
    noded.reserveCapacity(lines.count)
    for (line, id) in zip(lines, ids) {
      guard holders[id] == 1 else {
        noded.append(line)
        continue
      }
      var last = line.from
      for corner in Self.corners(on: line, positions, index) + [line.to] {
        noded.append(Line(from: last, to: corner, area: line.area))
        last = corner
      }
    }
    lines = noded
  }

  /// The corners exactly on a line between its ends, in its direction.
  private static func corners(
    on line: Line, _ positions: [Coordinate], _ index: PointIndex
  ) -> [Int32] {
    let (a, b) = (positions[Int(line.from)], positions[Int(line.to)])
    let middle = Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2)
    let half = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot() / 2
    var found: [(far: Double, corner: Int32)] = []
    index.forEach(within: half * 1.000001, of: middle) { number, _ in
      let corner = Int32(truncatingIfNeeded: number)
      guard corner != line.from, corner != line.to else { return }
      let c = positions[number]
      guard min(a.x, b.x) <= c.x, c.x <= max(a.x, b.x), min(a.y, b.y) <= c.y,
        c.y <= max(a.y, b.y),
        Orientation.sign(ax: a.x, ay: a.y, bx: b.x, by: b.y, x: c.x, y: c.y) == 0
      else { return }
      found.append(((c.x - a.x).magnitude + (c.y - a.y).magnitude, corner))
    }
    return found.sorted { $0 < $1 }.map(\.corner)
  }
}

/// A key that knows how to spread its own bits.
protocol SpreadKey: Equatable {
  var spread: UInt64 { get }
}

extension UInt64: SpreadKey {
  var spread: UInt64 {
    let hash = self &* 0x9E37_79B9_7F4A_7C15
    return hash ^ (hash >> 29)
  }
}

extension Coordinate: SpreadKey {
  var spread: UInt64 {
    // Adding 0 makes -0 and 0 the same number.
    var hash = (x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32) ^ (y + 0).bitPattern) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 29)
  }
}

/// Numbers for keys from 0 on: equal ones have the same.
struct KeyNumbers<Key: SpreadKey> {
  /// The keys, by number.
  private(set) var keys: [Key] = []
  private var slots = [Int32](repeating: -1, count: 64)

  var count: Int { keys.count }

  mutating func number(of key: Key) -> Int {
    if keys.count * 2 >= slots.count { grow() }
    let slot = slot(of: key)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(truncatingIfNeeded: keys.count)
    keys.append(key)
    return keys.count - 1
  }

  private func slot(of key: Key) -> Int {
    var slot = Int(truncatingIfNeeded: key.spread) & (slots.count - 1)
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, key) in keys.enumerated() {
      slots[slot(of: key)] = Int32(truncatingIfNeeded: number)
    }
  }
}
