/// Positions in a plane, each with a weight.
public struct WeightedPoints: Sendable {
  /// Why a set of points is none.
  public enum Failure: Error, Sendable, Hashable {
    /// The columns differ in length.
    case lengths
    /// More points than a 32-bit number counts.
    case tooMany
    /// The weight of a point, counted from 0, is negative or no number.
    case weight(point: Int)
  }

  /// Eastings.
  public let xs: [Double]
  /// Northings.
  public let ys: [Double]
  /// What each point counts; nil is one each.
  public let weights: [Double]?

  /// Takes columns of equal length.
  ///
  /// Throws if they are not, or if a weight is negative or no number.
  public init(xs: [Double], ys: [Double], weights: [Double]? = nil) throws(Failure) {
    guard xs.count == ys.count, weights.map({ $0.count == xs.count }) ?? true else {
      throw .lengths
    }
    guard xs.count < Int(Int32.max) else { throw .tooMany }
    if let odd = weights?.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw .weight(point: odd)
    }
    self.xs = xs
    self.ys = ys
    self.weights = weights
  }

  /// How many there are.
  public var count: Int { xs.count }

  /// What a point counts.
  @inline(__always)
  func weight(_ point: Int) -> Double { weights?[point] ?? 1 }

  /// The box around the positions that are numbers.
  public var envelope: Envelope {
    var box = Envelope.empty
    for index in xs.indices where xs[index].isFinite && ys[index].isFinite {
      box.include(Coordinate(xs[index], ys[index]))
    }
    return box
  }
}
