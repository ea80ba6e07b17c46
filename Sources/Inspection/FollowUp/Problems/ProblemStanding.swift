public import CampaignData

/// How a problem stands: its newest version and what the last verification said.
public struct ProblemStanding: Sendable, Hashable {
  /// The newest version.
  public let problem: FoundProblem
  /// The last verification; nil: none is known.
  public let lastRecheck: Recheck?
  /// Where it stands.
  public let state: ProblemState

  /// A verification counts from when it was known, against a version known before it; a version
  /// that came in later, such as another report of the city, counts from then.
  public init(_ problem: FoundProblem, lastRecheck: Recheck?) {
    self.problem = problem
    self.lastRecheck = lastRecheck
    let written = ProblemState(stored: problem.state) ?? .open
    if let recheck = lastRecheck, recheck.knownAt >= problem.knownAt,
      let found = ProblemState(result: recheck.result)
    {
      state = found
    } else {
      state = written
    }
  }

  /// True if the deadline has passed on a day and nobody has said that it was put right.
  public func isOverdue(on day: CalendarDate) -> Bool {
    guard let deadline = problem.deadline, deadline < day else { return false }
    return state == .handedOver || state == .notVerified || state == .recurred
  }

  /// The standings of problems, in their order.
  public static func all(
    _ problems: [FoundProblem], rechecks: [Recheck]
  ) -> [ProblemStanding] {
    var last: [String: Recheck] = [:]
    for recheck in rechecks {
      if let other = last[recheck.problemID], other.visitedAt > recheck.visitedAt { continue }
      last[recheck.problemID] = recheck
    }
    return problems.map { ProblemStanding($0, lastRecheck: last[$0.id]) }
  }
}
