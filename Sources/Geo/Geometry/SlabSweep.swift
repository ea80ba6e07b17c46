/// The plane cut into level slabs in which no two of some areas' lines cross, so that everything
/// between two lines is a trapezoid whose size is known from its middle.
struct SlabSweep {
  /// A line upwards, and whose border it is.
  private struct Line {
    var low: Coordinate
    var high: Coordinate
    var owner: Int

    func x(at y: Double) -> Double {
      if y <= low.y { return low.x }
      if y >= high.y { return high.x }
      return low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x)
    }
  }

  /// A line within a slab.
  struct Crossing {
    var bottom: Double
    var middle: Double
    var top: Double
    var owner: Int
  }

  private var lines: [Line] = []
  private let range: ClosedRange<Double>

  /// Takes the lines of areas between two levels.
  init(_ areas: [(owner: Int, area: MultiPolygon)], from low: Double, to high: Double) {
    range = low...max(low, high)
    for (owner, area) in areas {
      for ring in area.polygons.lazy.flatMap(\.rings) {
        guard var a = ring.last else { continue }
        for b in ring {
          if a.y != b.y, max(a.y, b.y) > low, min(a.y, b.y) < high {
            lines.append(Line(low: a.y < b.y ? a : b, high: a.y < b.y ? b : a, owner: owner))
          }
          a = b
        }
      }
    }
    lines.sort { ($0.low.y, $0.low.x, $0.owner) < ($1.low.y, $1.low.x, $1.owner) }
  }

  /// Calls back with every slab from south to north, its crossings from west to east.
  func forEachSlab(_ body: (_ low: Double, _ high: Double, _ crossings: [Crossing]) -> Void) {
    let levels = levels()
    var active: [Line] = []
    var next = 0
    for (low, high) in zip(levels, levels.dropFirst()) {
      active.removeAll { $0.high.y <= low }
      while next < lines.count, lines[next].low.y <= low {
        if lines[next].high.y > low { active.append(lines[next]) }
        next += 1
      }
      let middle = low + (high - low) / 2
      var crossings = active.map {
        Crossing(
          bottom: $0.x(at: low), middle: $0.x(at: middle), top: $0.x(at: high), owner: $0.owner)
      }
      crossings.sort { ($0.middle, $0.owner) < ($1.middle, $1.owner) }
      body(low, high, crossings)
    }
  }

  /// The levels of all corners and of all crossings of lines, rising.
  private func levels() -> [Double] {
    var levels = [range.lowerBound, range.upperBound]
    var active: [Line] = []
    for line in lines {
      levels.append(line.low.y)
      levels.append(line.high.y)
      active.removeAll { $0.high.y <= line.low.y }
      for other in active {
        if let y = Self.crossing(line, other) { levels.append(y) }
      }
      active.append(line)
    }
    levels.sort()
    var distinct: [Double] = []
    for level in levels where range.contains(level) && level != distinct.last {
      distinct.append(level)
    }
    return distinct
  }

  private static func crossing(_ p: Line, _ q: Line) -> Double? {
    guard min(p.low.x, p.high.x) <= max(q.low.x, q.high.x),
      min(q.low.x, q.high.x) <= max(p.low.x, p.high.x)
    else { return nil }
    let a = Orientation.sign(p.low, p.high, q.low)
    let b = Orientation.sign(p.low, p.high, q.high)
    let c = Orientation.sign(q.low, q.high, p.low)
    let d = Orientation.sign(q.low, q.high, p.high)
    guard a * b < 0, c * d < 0 else { return nil }
    let first = Orientation.determinant(p.low, p.high, q.low)
    let second = Orientation.determinant(p.low, p.high, q.high)
    return q.low.y + first / (first - second) * (q.high.y - q.low.y)
  }
}
