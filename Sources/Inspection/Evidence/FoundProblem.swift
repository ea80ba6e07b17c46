public import CampaignData

/// A problem 问题 that a visit found, as it stands.
///
/// What becomes of it is a new version with the same identifier; the versions are its history.
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
  /// Vocabulary `problem_state`; nil if nobody said: as it was reported.
  public var state: String?
  /// When it was handed over 交办 to the local government; nil until then.
  public var handedOverAt: Moment?
  /// The last day of its correction; nil if none was set.
  public var deadline: CalendarDate?
  /// Why it was returned, or what else was said with this version; nil for nothing.
  public var note: String?
  /// When this version was known.
  public var knownAt: Moment

  /// Makes a problem.
  public init(
    id: String, visitID: String, type: String? = nil, severity: String? = nil,
    topic: String? = nil, state: String? = nil, handedOverAt: Moment? = nil,
    deadline: CalendarDate? = nil, note: String? = nil, knownAt: Moment
  ) {
    self.id = id
    self.visitID = visitID
    self.type = type
    self.severity = severity
    self.topic = topic
    self.state = state
    self.handedOverAt = handedOverAt
    self.deadline = deadline
    self.note = note
    self.knownAt = knownAt
  }
}
