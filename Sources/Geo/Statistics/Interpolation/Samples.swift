/// Values measured at places in a plane, to be interpolated; none is NaN.
public struct Samples: Sendable, Hashable {
  /// Where, in metres east.
  public let xs: [Double]
  /// Where, in metres north.
  public let ys: [Double]
  /// What was measured.
  public let values: [Double]

  /// Takes three columns of the same length; places or values that are no numbers are left out.
  public init(xs: [Double], ys: [Double], values: [Double]) {
    let known = values.indices.filter {
      values[$0].isFinite && xs[$0].isFinite && ys[$0].isFinite
    }
    self.xs = known.map { xs[$0] }
    self.ys = known.map { ys[$0] }
    self.values = known.map { values[$0] }
  }

  /// How many there are.
  public var count: Int { values.count }

  /// The distance between two of them.
  func distance(_ a: Int, _ b: Int) -> Double { distance(a, xs[b], ys[b]) }

  /// The distance of one of them from a place.
  func distance(_ sample: Int, _ x: Double, _ y: Double) -> Double {
    let (dx, dy) = (xs[sample] - x, ys[sample] - y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
