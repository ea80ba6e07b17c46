public import CampaignData

/// The verification 核查 of a problem that was handed over.
public struct Recheck: Sendable, Hashable {
  /// The problem.
  public var problemID: String
  /// When somebody looked.
  public var visitedAt: Moment
  /// Vocabulary `recheck_result`.
  public var result: String
  /// When it was known.
  public var knownAt: Moment

  /// What verifications are sorted by: the problem and the moment.
  public var order: String { problemID + "\u{1F}" + visitedAt.description }

  /// What people and lists call it: the problem and the day.
  public var name: String { "\(problemID)@\(visitedAt.date)" }

  /// Makes a verification.
  public init(problemID: String, visitedAt: Moment, result: String, knownAt: Moment) {
    self.problemID = problemID
    self.visitedAt = visitedAt
    self.result = result
    self.knownAt = knownAt
  }
}
