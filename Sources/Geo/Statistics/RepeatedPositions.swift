/// Points at the very same positions, which tell how exact positions are.
///
/// Complaints geocoded to the centre of a street, a village or a county repeat; their true places
/// are unknown by about as much as those centres are apart.
public struct RepeatedPositions: Sendable, Hashable {
  /// The share of points whose position another point has too, from 0 to 1.
  public let share: Double
  /// How many different positions such points have.
  public let places: Int
  /// The median distance from a repeated position to the nearest other one; nil with fewer than two.
  public let spacing: Double?

  /// Looks at positions given as two columns.
  ///
  /// Those not finite do not count. O(n log n).
  public init(xs: [Double], ys: [Double]) {
    let order = HilbertOrder.order(xs: xs, ys: ys)
    var positions = order.map { SIMD2(xs[Int($0)], ys[Int($0)]) }
    positions.sort { ($0.x, $0.y) < ($1.x, $1.y) }
    var repeated = 0
    var centres: [SIMD2<Double>] = []
    var start = 0
    while start < positions.count {
      var end = start + 1
      while end < positions.count, positions[end] == positions[start] { end += 1 }
      if end - start > 1 {
        repeated += end - start
        centres.append(positions[start])
      }
      start = end
    }
    share = positions.isEmpty ? 0 : Double(repeated) / Double(positions.count)
    places = centres.count
    let index = PointIndex(xs: centres.map(\.x), ys: centres.map(\.y))
    let distances = centres.compactMap { centre in
      index.nearest(Coordinate(centre.x, centre.y), k: 2).last?.distance
    }.sorted()
    spacing = centres.count > 1 ? distances[distances.count / 2] : nil
  }
}
