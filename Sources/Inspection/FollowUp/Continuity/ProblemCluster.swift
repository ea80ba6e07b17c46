public import Geo

/// A township or cell and how many visits found a problem in it.
public struct ProblemCluster: Sendable, Hashable {
  /// Index in `Facts.townships` or `Facts.cells`.
  public let place: Int
  /// Visits that found a problem, of all visits, in the campaign as known.
  public let found: Proportion

  /// The places with a problem by the number of visits that found one, most first.
  static func places(
    of visits: [WorkedVisits.Row], by place: (WorkedVisits.Row) -> Int
  ) -> [ProblemCluster] {
    Dictionary(grouping: visits, by: place).filter { $0.key >= 0 }.map { place, visits in
      ProblemCluster(
        place: place, found: Proportion(visits.count { $0.isHit }, of: visits.count))
    }.filter { $0.found.successes > 0 }
      .sorted { ($1.found.successes, $0.place) < ($0.found.successes, $1.place) }
  }
}
