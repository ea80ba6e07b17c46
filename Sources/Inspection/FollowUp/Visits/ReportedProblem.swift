public import CampaignData

/// A problem as somebody who was there reported it.
public struct ReportedProblem: Sendable, Hashable {
  /// Vocabulary `problem_type`, or as somebody wrote it; nil if nobody said.
  public var type: String?
  /// Vocabulary `severity`; nil if nobody said.
  public var severity: String?
  /// Key of the topic 督查内容; nil if nobody said.
  public var topic: String?
  /// Vocabulary `problem_state`; nil: as it was found.
  public var state: String?
  /// When it was handed over 交办.
  public var handedOverAt: Moment?
  /// The last day of its correction.
  public var deadline: CalendarDate?

  /// Makes a problem.
  public init(
    type: String? = nil, severity: String? = nil, topic: String? = nil, state: String? = nil,
    handedOverAt: Moment? = nil, deadline: CalendarDate? = nil
  ) {
    self.type = type
    self.severity = severity
    self.topic = topic
    self.state = state
    self.handedOverAt = handedOverAt
    self.deadline = deadline
  }
}
