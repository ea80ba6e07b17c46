import Geo

/// Which townships hang together: those with a common line of border, and, where borders were drawn
/// apart or water lies between, the nearest of two pieces of a city.
struct TownshipNeighbours {
  /// For every township: its neighbours of the same city, ascending.
  let rows: [[Int]]

  /// Finds the neighbours of some townships; the others get none.
  ///
  /// O(v log v) in the vertices, and in each city the square of its townships for each gap.
  init(_ townships: [Township], among wanted: [Int], centres: [Coordinate]) {
    let weights = SpatialWeights(sharedBordersOf: wanted.map { townships[$0].area }, .rook)
    var rows = [[Int]](repeating: [], count: townships.count)
    for (place, township) in wanted.enumerated() {
      rows[township] = weights.others(of: place).map { wanted[$0] }.filter {
        townships[$0].cityCode == townships[township].cityCode
      }
    }
    var cities: [String: [Int]] = [:]
    for township in wanted where centres[township].isFinite {
      cities[townships[township].cityCode, default: []].append(township)
    }
    for city in cities.keys.sorted() {
      Self.bridge(cities[city] ?? [], centres, &rows)
    }
    self.rows = rows.map { $0.sorted() }
  }

  /// Joins the pieces of a city, each time the two that are nearest.
  private static func bridge(_ city: [Int], _ centres: [Coordinate], _ rows: inout [[Int]]) {
    guard let start = city.first else { return }
    while true {
      let first = reached(from: start, over: rows)
      let others = city.filter { !first.contains($0) }
      guard !others.isEmpty else { return }
      var best: (gap: Double, from: Int, to: Int)?
      for from in first.sorted() where centres[from].isFinite {
        for to in others {
          let link = (greatCircleDistance(centres[from], centres[to]), from, to)
          if best.map({ link < ($0.gap, $0.from, $0.to) }) ?? true { best = link }
        }
      }
      guard let best else { return }
      rows[best.from].append(best.to)
      rows[best.to].append(best.from)
    }
  }

  /// The townships that can be reached from one over neighbours for which a condition holds.
  static func reached(
    from start: Int, over rows: [[Int]], where isInside: (Int) -> Bool = { _ in true }
  ) -> Set<Int> {
    var seen: Set<Int> = [start]
    var open = [start]
    while let township = open.popLast() {
      for next in rows[township] where isInside(next) && seen.insert(next).inserted {
        open.append(next)
      }
    }
    return seen
  }
}
