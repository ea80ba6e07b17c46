import Geo

/// Spatially correlated Poisson sampling with maximal weights: a draw of a fixed number of units
/// with given inclusion probabilities, spread over the map.
///
/// Each unit is decided by its own ticket against its probability; what the decision leaves over is
/// taken from, or given to, the nearest units not yet decided, as much as each can take. The
/// probabilities hold exactly, neighbours are seldom drawn together, and since the tickets are
/// permanent, a unit more or less changes few picks (docs/decisions/0015).
///
/// Source: A. Grafström, Spatially correlated Poisson sampling, J. Stat. Plan. Inference 142 (2012);
/// with permanent random numbers: A. Grafström and A. Matei, Coordination of spatially balanced
/// samples, Survey Methodology 44 (2018).
struct CorrelatedPoissonSampling {
  /// Neighbours looked at before all others are sorted by distance.
  private static let neighbourhood = 48
  /// What rounding may leave of a probability that is 0 or 1.
  private static let tolerance = 1e-9

  private let plane: [Coordinate]
  private let index: PointIndex
  private var probability: [Double]
  private var isDecided: [Bool]

  /// Draws units; `order` is that in which they are decided, and settles ties nowhere else.
  ///
  /// - Parameters:
  ///   - probabilities: between 0 and 1; their sum is the number drawn, up to rounding down or up.
  ///   - tickets: a number between 0 and 1 for each.
  ///   - plane: where each is, in a plane, in metres.
  /// - Returns: indices, ascending.
  /// - Complexity: about O(n log n) for probabilities that are not tiny.
  static func draw(
    probabilities: [Double], tickets: [Double], plane: [Coordinate], order: [Int]
  ) -> [Int] {
    var draw = CorrelatedPoissonSampling(probabilities, plane)
    return order.filter { draw.decides($0, ticket: tickets[$0]) }.sorted()
  }

  private init(_ probabilities: [Double], _ plane: [Coordinate]) {
    self.plane = plane
    index = PointIndex(xs: plane.map(\.x), ys: plane.map(\.y))
    probability = probabilities
    isDecided = [Bool](repeating: false, count: plane.count)
  }

  /// Decides a unit, and passes the difference on to its neighbours.
  private mutating func decides(_ unit: Int, ticket: Double) -> Bool {
    isDecided[unit] = true
    let chance = probability[unit]
    let isDrawn = chance >= 1 - Self.tolerance || (chance > Self.tolerance && ticket < chance)
    let difference = (isDrawn ? 1 : 0) - chance
    guard abs(difference) > Self.tolerance else { return isDrawn }
    var weightLeft = 1.0
    let near = index.nearest(plane[unit], k: Self.neighbourhood).map(\.index)
    for other in near where weightLeft > 1e-12 {
      pass(difference, of: chance, to: other, &weightLeft)
    }
    if weightLeft > 1e-12 {
      for other in farther(from: unit, than: near) where weightLeft > 1e-12 {
        pass(difference, of: chance, to: other, &weightLeft)
      }
    }
    return isDrawn
  }

  /// Gives a unit the largest weight with which its probability stays between 0 and 1 whichever way
  /// the decision had gone.
  private mutating func pass(
    _ difference: Double, of chance: Double, to unit: Int, _ weightLeft: inout Double
  ) {
    guard !isDecided[unit] else { return }
    let own = probability[unit]
    let weight = min(own / (1 - chance), (1 - own) / chance, weightLeft)
    guard weight > 0 else { return }
    probability[unit] = own - difference * weight
    weightLeft -= weight
  }

  /// The undecided units besides some, nearest first, ties by number.
  private func farther(from unit: Int, than near: [Int]) -> [Int] {
    let place = plane[unit]
    let asked = Set(near)
    return plane.indices.filter { !isDecided[$0] && !asked.contains($0) }.map { other in
      let (x, y) = (plane[other].x - place.x, plane[other].y - place.y)
      return (distance: x * x + y * y, unit: other)
    }.sorted { ($0.distance, $0.unit) < ($1.distance, $1.unit) }.map(\.unit)
  }
}
