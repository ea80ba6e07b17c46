public import CampaignData

/// A problem 问题 that a visit found.
public struct FoundProblem: Sendable, Hashable {
  /// The identifier.
  public var id: String
  /// The visit that found it.
  public var visitID: String
  /// Vocabulary `problem_type`, or as somebody wrote it; nil if nobody said.
  public var type: String?
  /// Vocabulary `severity`: minor, general, serious; nil if nobody said.
  public var severity: String?
  /// Key of the topic 督查内容; nil if nobody said.
  public var topic: String?
  /// When it was known.
  public var knownAt: Moment

  /// Makes a problem.
  public init(
    id: String, visitID: String, type: String? = nil, severity: String? = nil,
    topic: String? = nil, knownAt: Moment
  ) {
    self.id = id
    self.visitID = visitID
    self.type = type
    self.severity = severity
    self.topic = topic
    self.knownAt = knownAt
  }
}
