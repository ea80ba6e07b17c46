import Geo

/// What ordinary teams find beside what their sites would have given: the spread between teams.
struct TeamSkills {
  /// Values of equal chance, ascending, with a mean of about 1.
  let fine: [Double]
  /// The same, fewer.
  let coarse: [Double]

  /// Ordinary teams, as a fit to past rounds has them; nil or infinite: all alike.
  init(_ shape: Double?) {
    guard let shape, shape.isFinite else {
      (fine, coarse) = ([1], [1])
      return
    }
    fine = Self.values(256, shape)
    coarse = Self.values(8, shape)
  }

  private static func values(_ count: Int, _ shape: Double) -> [Double] {
    let distribution = GammaDistribution(shape: shape, rate: shape)
    return (0..<count).map { distribution.quantile((Double($0) + 0.5) / Double(count)) }
  }
}
