/// Points as whole quarters, so that their sums have exact chances; the rest is rounded off.
struct PointUnits {
  /// Units of a point.
  static let perPoint = 4.0
  /// What a hit is worth in units, with how often.
  let values: [(units: Int, chance: Double)]

  init(_ calibration: ChanceCalibration) {
    var shares: [Int: Double] = [:]
    for worth in calibration.worth {
      shares[Self.units(worth.points), default: 0] += worth.share
    }
    values = shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The mean of a hit.
  var mean: Double { values.reduce(0) { $0 + Double($1.units) * $1.chance } }

  func units(_ points: Double) -> Int { Self.units(points) }

  private static func units(_ points: Double) -> Int {
    // Settings keep points below 100 and a visit's problems are few.
    Int(min(1e6, max(0, points * perPoint)).rounded())
  }
}
