/// Evidence weights fitted to what visits found.
public struct WeightCalibration: Sendable {
  /// Why the defaults stay.
  public enum Refusal: Sendable, Hashable {
    /// Too few problems, or visits without, to learn from.
    case tooFew(problems: Int, others: Int)
    /// The visits are of too few days to fit on earlier and score on later ones.
    case tooFewDays
    /// All visits were chosen by a plan for what it expected there, and none was drawn by lot: what a
    /// fit would learn is how the plan chooses.
    case optimisedOnly
    /// On later visits fitted weights were no better than the defaults, beyond chance.
    case noGain(mean: Double, standardError: Double)
  }

  /// A weight with what speaks for it.
  public struct Estimate: Sendable, Hashable {
    /// Its key.
    public var key: String
    /// The default.
    public var old: Double
    /// The value fitted.
    public var new: Double
    /// Of the value fitted; NaN where nothing was fitted.
    public var standardError: Double
    /// Visits with such evidence.
    public var visits: Int
    /// Problems among them.
    public var problems: Int
  }

  /// All weights in log-odds, in the order of the table.
  public let estimates: [Estimate]
  /// Penalty that holds the weights to the defaults.
  public let ridge: Double
  /// Log loss on later visits under the defaults, and under weights fitted to earlier ones.
  public let losses: (old: Double, new: Double)
  /// What fitted weights saved on later visits, by visit, with its standard error.
  public let gain: (mean: Double, standardError: Double)
  /// Later visits: what the defaults foretold, and what weights fitted to earlier ones foretold.
  public let reliability: (old: [ReliabilityBin], new: [ReliabilityBin])
  /// Effects of teams; nil with a single team.
  public let teams: InspectorEffect?
  /// Why the defaults should stay; nil if the fitted weights should be used.
  public let refusal: Refusal?
  /// Visits and problems fitted.
  public let counts: (visits: Int, problems: Int)

  /// The values fitted, by key.
  public var values: [String: Double] {
    Dictionary(uniqueKeysWithValues: estimates.map { ($0.key, $0.new) })
  }
}
