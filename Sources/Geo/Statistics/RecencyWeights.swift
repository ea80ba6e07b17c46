import Glibc

/// Weights that fade with age: 2 to the power of -age / half-life.
///
/// A steady number of events a day keeps its rate: `days(_:)` counts days as events are counted, so
/// that weights over days are the mean rate in which younger days count for more.
public struct RecencyWeights: Sendable, Hashable {
  /// After how many days an event counts half.
  public let halfLife: Double

  /// Names the half-life in days.
  ///
  /// - Precondition: it is positive and finite.
  public init(halfLife: Double) {
    precondition(halfLife > 0 && halfLife.isFinite)
    self.halfLife = halfLife
  }

  /// What an event of an age in days counts; more than one for a negative age.
  public func weight(age: Double) -> Double { exp2(-age / halfLife) }

  /// What so many days count, the last of which has age 0: the sum of their weights.
  public func days(_ count: Int) -> Double {
    // expm1 keeps the digits of a half-life that is much longer than the days.
    let step = -M_LN2 / halfLife
    return expm1(Double(count) * step) / expm1(step)
  }
}
