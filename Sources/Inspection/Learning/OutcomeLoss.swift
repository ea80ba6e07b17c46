import Glibc

/// What chances cost against outcomes.
public enum OutcomeLoss {
  /// Minus the log of the chance given to what happened, for every row of linear predictors.
  public static func logLoss(linear: [Double], outcomes: [Double]) -> [Double] {
    zip(linear, outcomes).map { linear, outcome in
      let margin = outcome > 0.5 ? linear : -linear
      return log1p(exp(-abs(linear))) + (margin < 0 ? -margin : 0)
    }
  }

  /// The chance of a linear predictor.
  public static func chance(_ linear: Double) -> Double { 1 / (1 + exp(-linear)) }

  /// The mean squared difference of chance and outcome (Brier 1950).
  public static func brier(chances: [Double], outcomes: [Double]) -> Double {
    guard !chances.isEmpty else { return .nan }
    let sum = zip(chances, outcomes).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return sum / Double(chances.count)
  }
}
