import Glibc

/// How much values at two places differ by their distance: half the mean squared difference.
public struct Variogram: Sendable, Hashable {
  /// The shape.
  public enum Model: String, Sendable, CaseIterable {
    /// Reaches its sill at the range.
    case spherical
    /// Reaches 95 % of its sill at the range.
    case exponential

    /// The part of the partial sill that is reached at a distance, in ranges.
    func shape(_ distance: Double) -> Double {
      switch self {
      case .exponential: 1 - exp(-3 * distance)
      case .spherical: distance >= 1 ? 1 : distance * (1.5 - 0.5 * distance * distance)
      }
    }
  }

  /// The shape.
  public let model: Model
  /// What values at nearly the same place differ by.
  public let nugget: Double
  /// What the distance adds in the end.
  public let partialSill: Double
  /// The distance at which that is reached, in metres.
  public let range: Double

  /// Makes a variogram.
  public init(model: Model, nugget: Double, partialSill: Double, range: Double) {
    self.model = model
    self.nugget = nugget
    self.partialSill = partialSill
    self.range = range
  }

  /// The semivariance at a distance; 0 at none.
  public func semivariance(_ distance: Double) -> Double {
    distance > 0 ? nugget + partialSill * model.shape(distance / range) : 0
  }
}
