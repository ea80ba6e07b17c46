/// Which sites to visit, on which shift and in which order, and what could not be done.
public struct OrienteeringSolution: Sendable, Hashable {
  /// The sites of each shift in the order of their visits.
  public var routes: [[Int]]
  /// The sum of the visited sites' prizes.
  public var prize: Int64
  /// The seconds on the road of all shifts together, without service and waiting.
  public var travel: Int64
  /// The required sites and groups that are not met, each with the reason.
  public var shortfalls: [Shortfall]
  /// No feasible solution that breaks as few rules as this one collects more than this.
  public var bound: Int64
  /// How many iterations of the search were made.
  public var iterations: Int
  /// How many sites were considered: all that can be reached and may be wanted, unless there are
  /// several thousand.
  public var considered: Int

  /// The required sites that are not visited, ascending.
  public var requiredMissing: [Int] {
    shortfalls.compactMap { if case .site(let site) = $0.subject { site } else { nil } }
  }

  /// The groups with fewer visits than their minimum, ascending.
  public var groupsMissing: [Int] {
    shortfalls.compactMap { if case .group(let group) = $0.subject { group } else { nil } }
  }
}
