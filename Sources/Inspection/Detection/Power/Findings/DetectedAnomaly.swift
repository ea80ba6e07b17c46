public import CampaignData

/// Something that a rule found in a site's readings.
public struct DetectedAnomaly: Sendable, Hashable {
  /// The rule.
  public var rule: PowerRule
  /// The begin of its first interval.
  public var start: Moment
  /// The end of its last interval.
  public var end: Moment
  /// Hours between them in which it held.
  public var hours: Float
  /// 0 to 1; 0 where it is explained, since then it is evidence of nothing.
  public var severity: Float
  /// The known false alarm that it is; nil where none fits.
  public var explanation: PowerExplanation?
  /// The circuit it is about, where it is about one.
  public var circuit: PowerCircuit?
  /// What was measured, in the unit of the rule; see ``PowerAnomalyWords``.
  public var value: Float
  /// What it was compared with; NaN where with nothing.
  public var reference: Float
}
