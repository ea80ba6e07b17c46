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

  /// Nil for a problem that is settled: verified, or none after all.
  ///
  /// - Parameters:
  ///   - today: the day by which deadlines have passed or not.
  ///   - horizon: the last day of the next crew.
  init?(
    _ standing: ProblemStanding, found visit: WorkedVisits.Row, today: CalendarDate,
    horizon: CalendarDate
  ) {
    guard standing.state.isOpen else { return nil }
    problem = standing.problem
    site = visit.site
    township = visit.township
    foundOn = visit.day
    isOverdue = standing.isOverdue(on: today)
    isDue =
      standing.state.isOwed
      && (standing.state == .rectified || (problem.deadline.map { $0 <= horizon } ?? false))
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
