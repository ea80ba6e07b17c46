/// Why a team goes to a place on a day, and what would be there otherwise.
public struct StopExplanation: Sendable, Hashable {
  /// The stop, its target with all reasons.
  public var stop: Stop
  /// The same as a row of the plan.
  public var row: EarlierPlan.Stop
  /// Why it is in the plan, as a sentence in Chinese.
  public var zh: String
  /// The same in English.
  public var en: String
  /// The chance of a place that nothing is known of.
  public var baseChance: Double
  /// Without each thing that it rests on: its reasons, strongest first, then the rules that hold for
  /// it, then all reasons together.
  public var without: [Counterfactual]
}
