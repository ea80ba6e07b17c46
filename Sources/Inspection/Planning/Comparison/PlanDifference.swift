import CampaignData

/// What changed from one plan of a round to a later one, and why; a pure function of both and of the
/// facts that the later one rests on.
public struct PlanDifference: Sendable, Hashable {
  /// How many stops of a team, or of all, changed in which way.
  public struct Count: Sendable, Hashable {
    /// Stops with the same target, team and day.
    public var kept = 0
    /// Changes by kind.
    public var changes: [StopChange.Kind: Int] = [:]

    /// Nothing kept, nothing changed.
    public init() {}
  }

  /// The changes, by team, kind and target.
  public let changes: [StopChange]
  /// Counts by team: every team that has a stop in either plan on the days that both have.
  public let teams: [String: Count]
  /// All teams together.
  public let total: Count
  /// Stops of the earlier plan on days that the later one no longer has, and were visited.
  public let pastVisited: Int
  /// Stops of the earlier plan on such days that were not visited, as far as is known.
  public let pastMissed: Int

  /// Compares two plans.
  ///
  /// - Parameters:
  ///   - before: the earlier plan.
  ///   - after: the later plan.
  ///   - visited: identifiers of the targets visited in the round when the later plan was made.
  ///   - evidence: what became known about a target in between: identifiers of facts, sorted.
  public init(
    from before: EarlierPlan, to after: EarlierPlan, visited: Set<String>,
    evidence: @escaping (String) -> [String]
  ) {
    let past = before.stops.filter { $0.day < after.firstDay }
    pastVisited = past.count { visited.contains($0.target) }
    pastMissed = past.count - pastVisited
    let causes = ChangeCauses(
      before: before, after: after, visited: visited, missed: Set(past.map(\.target)),
      evidence: evidence)
    let rest = before.stops.filter { $0.day >= after.firstDay }
    let old = Dictionary(rest.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(
      after.stops.map { ($0.target, $0) }, uniquingKeysWith: { first, _ in first })
    var changes: [StopChange] = []
    var teams: [String: Count] = [:]
    for stop in rest where new[stop.target] == nil {
      changes.append(causes.dropped(stop))
      teams[stop.team, default: Count()].changes[.dropped, default: 0] += 1
    }
    let reordered = Self.reordered(old, after)
    for stop in after.stops {
      var count = teams[stop.team] ?? Count()
      if let change = causes.change(of: old[stop.target], to: stop, reordered) {
        changes.append(change)
        count.changes[change.kind, default: 0] += 1
      }
      if let earlier = old[stop.target], earlier.team == stop.team, earlier.day == stop.day {
        count.kept += 1
      }
      teams[stop.team] = count
    }
    self.changes = changes.sorted {
      ($0.team, $0.rank, $0.target) < ($1.team, $1.rank, $1.target)
    }
    self.teams = teams
    total = teams.values.reduce(into: Count()) { sum, count in
      sum.kept += count.kept
      sum.changes.merge(count.changes) { $0 + $1 }
    }
  }

  /// Targets that both plans have on the same team's day, at another place among those.
  private static func reordered(
    _ old: [String: EarlierPlan.Stop], _ after: EarlierPlan
  ) -> Set<String> {
    struct Day: Hashable {
      var team: String
      var day: Int
    }
    var days: [Day: [EarlierPlan.Stop]] = [:]
    for stop in after.stops {
      guard let earlier = old[stop.target], earlier.team == stop.team, earlier.day == stop.day
      else { continue }
      days[Day(team: stop.team, day: stop.day.daysSince1970), default: []].append(stop)
    }
    var moved: Set<String> = []
    for stops in days.values {
      let now = stops.sorted { $0.order < $1.order }.map(\.target)
      let then = now.sorted { (old[$0]?.order ?? 0) < (old[$1]?.order ?? 0) }
      for (one, other) in zip(now, then) where one != other { moved.insert(one) }
    }
    return moved
  }
}

extension StopChange {
  /// Place of the kind in a list.
  fileprivate var rank: Int { Kind.allCases.firstIndex(of: kind) ?? 0 }
  fileprivate var target: String { after?.target ?? before?.target ?? "" }
}
