/// A way to estimate values between samples, chosen by what it would have said of the samples
/// themselves.
public enum Interpolation: Sendable, Hashable {
  /// Inverse distance with a power.
  case inverseDistance(power: Double)
  /// Ordinary kriging with a variogram of a shape, fitted to the samples.
  case kriging(Variogram.Model)

  /// Those to choose from.
  public static let candidates: [Interpolation] =
    [1, 2, 3].map { .inverseDistance(power: $0) } + Variogram.Model.allCases.map { .kriging($0) }

  /// What was estimated.
  public struct Outcome: Sendable, Hashable {
    /// At the places asked for.
    public var estimates: [Double]
    /// What the others say of each sample.
    public var leaveOneOut: [Double]
    /// The variogram of kriging.
    public var variogram: Variogram?
  }

  /// Estimates values at some places; nil where the method cannot be used with these samples.
  public func outcome(_ samples: Samples, xs: [Double], ys: [Double]) -> Outcome? {
    guard samples.count >= 3 else { return nil }
    switch self {
    case .inverseDistance(let power):
      let method = InverseDistance(samples, power: power)
      return Outcome(
        estimates: method.estimates(xs: xs, ys: ys), leaveOneOut: method.leaveOneOut())
    case .kriging(let model):
      guard let variogram = VariogramFit(samples).variogram(model),
        let method = OrdinaryKriging(samples, variogram)
      else { return nil }
      return Outcome(
        estimates: method.estimates(xs: xs, ys: ys), leaveOneOut: method.leaveOneOut(),
        variogram: variogram)
    }
  }

  /// The root of the mean squared leave-one-out error over several sets of samples; nil where the
  /// method cannot be used with one of them.
  public func error(over sets: [Samples]) -> Double? {
    var (sum, count) = (0.0, 0)
    for samples in sets {
      guard let outcome = outcome(samples, xs: [], ys: []) else { return nil }
      for (estimate, value) in zip(outcome.leaveOneOut, samples.values) {
        sum += (estimate - value) * (estimate - value)
        count += 1
      }
    }
    return count > 0 && sum.isFinite ? (sum / Double(count)).squareRoot() : nil
  }
}
