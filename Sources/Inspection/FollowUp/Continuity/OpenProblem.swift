public import CampaignData

/// A problem that nobody has found settled yet.
public struct OpenProblem: Sendable, Hashable {
  /// The problem, as it stands.
  public let problem: FoundProblem
  /// Index in `Facts.sites` of where it was found; -1 at no known site.
  public let site: Int
  /// Index in `Facts.townships`; -1 outside all.
  public let township: Int
  /// The day on which it was found.
  public let foundOn: CalendarDate
  /// True if its deadline has passed and nobody has reported it corrected.
  public let isOverdue: Bool
  /// True if its correction is to be verified by the end of the next round: it was handed over, and is
  /// reported corrected, or its deadline falls by then.
  public let isDue: Bool

  /// States of vocabulary `problem_state` after which nothing is left to do.
  private static let settledStates: Set = ["verified", "false"]

  /// Nil for a problem that is settled: verified, or found corrected by its last verification.
  ///
  /// - Parameters:
  ///   - lastResult: what its last verification came to; nil without one.
  ///   - today: the day by which deadlines have passed or not.
  ///   - horizon: the last day of the next crew.
  init?(
    _ problem: FoundProblem, found visit: WorkedVisits.Row, lastResult: String?,
    today: CalendarDate, horizon: CalendarDate
  ) {
    guard !Self.settledStates.contains(problem.state ?? ""), lastResult != "done" else {
      return nil
    }
    self.problem = problem
    site = visit.site
    township = visit.township
    foundOn = visit.day
    let isCorrected = problem.state == "rectified"
    isOverdue = !isCorrected && (problem.deadline.map { $0 < today } ?? false)
    let isHandedOver =
      problem.handedOverAt != nil
      || ["handed_over", "rectified", "overdue", "recurred"].contains(problem.state ?? "")
    isDue = isHandedOver && (isCorrected || (problem.deadline.map { $0 <= horizon } ?? false))
  }

  /// What the next crew looks at first: overdue, due, serious, then the oldest.
  static func isBefore(_ one: OpenProblem, _ other: OpenProblem) -> Bool {
    one.rank.lexicographicallyPrecedes(other.rank)
      || (one.rank == other.rank && one.problem.id < other.problem.id)
  }

  private var rank: [Int] {
    let severity = ["serious": 0, "general": 1, "minor": 2][problem.severity ?? ""] ?? 3
    return [isOverdue ? 0 : 1, isDue ? 0 : 1, severity, foundOn.daysSince1970]
  }
}
