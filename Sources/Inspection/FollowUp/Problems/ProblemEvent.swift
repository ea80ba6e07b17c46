public import CampaignData

/// Something that happened to a problem: a version of its record, or a verification.
public struct ProblemEvent: Sendable, Hashable {
  /// When it was known.
  public var at: Moment
  /// The state that it leads to.
  public var state: ProblemState
  /// The verification's result and moment; nil for a version of the record.
  public var recheck: Recheck?
  /// The version of the record; nil for a verification.
  public var version: FoundProblem?
  /// The file or command that brought it.
  public var from: String
  /// False for a step that there is not: it is shown, and the problem stays where it was.
  public var isAllowed: Bool
}
