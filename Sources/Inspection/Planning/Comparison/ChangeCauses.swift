import CampaignData
import Geo

/// Finds why a stop changed; of several causes the one nearest to a fact.
struct ChangeCauses {
  private let visited: Set<String>
  private let missed: Set<String>
  private let evidence: (String) -> [String]
  private let out: Set<String>
  private let lost: Set<TeamDate>
  private let closures: [(day: CalendarDate, ground: PolygonIndex)]
  private let removed: Set<TargetDate>
  private let covered: Set<String>
  /// The team of each township in the earlier plan.
  private let teamBefore: [String: String]

  private struct TeamDate: Hashable {
    var team: String
    var day: Int
  }

  private struct TargetDate: Hashable {
    var target: String
    var day: Int
  }

  init(
    before: EarlierPlan, after: EarlierPlan, visited: Set<String>, missed: Set<String>,
    evidence: @escaping (String) -> [String]
  ) {
    self.visited = visited
    self.missed = missed
    self.evidence = evidence
    out = Set(after.inputs.filter { $0.kind == .out }.map(\.subject))
    lost = Set(
      after.inputs.filter { $0.kind == .lost }.map {
        TeamDate(team: $0.subject, day: $0.day?.daysSince1970 ?? 0)
      })
    closures = after.inputs.filter { $0.kind == .closed }.compactMap { input in
      guard let day = input.day, let ground = ClosedGround(text: input.note),
        let index = try? PolygonIndex(ground.areas)
      else { return nil }
      return (day, index)
    }
    removed = Set(
      after.inputs.filter { $0.kind == .drop }.map {
        TargetDate(target: $0.subject, day: $0.day?.daysSince1970 ?? 0)
      })
    covered = Set(after.stops.compactMap(\.township))
    teamBefore = Dictionary(
      before.stops.compactMap { stop in stop.township.map { ($0, stop.team) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Why a stop is gone.
  func dropped(_ stop: EarlierPlan.Stop) -> StopChange {
    let cause: StopChange.Cause =
      if visited.contains(stop.target) {
        .visited
      } else {
        cause(ofLeaving: stop) ?? (isCovered(stop) ? .covered : .chances)
      }
    return StopChange(kind: .dropped, cause: cause, factIDs: [], before: stop, after: nil)
  }

  /// How and why a stop differs from an earlier one; nil if it does not.
  func change(
    of before: EarlierPlan.Stop?, to after: EarlierPlan.Stop, _ reordered: Set<String>
  ) -> StopChange? {
    guard let before else { return added(after) }
    if after.basis == .manual, before.basis != .manual {
      let kind: StopChange.Kind =
        before.team != after.team ? .team : before.day != after.day ? .day : .order
      return StopChange(
        kind: kind, cause: .manual, factIDs: [], before: before, after: after)
    }
    if before.team != after.team {
      return StopChange(
        kind: .team, cause: cause(ofLeaving: before) ?? .area, factIDs: [], before: before,
        after: after)
    }
    if before.day != after.day {
      let facts = evidence(after.target)
      let cause = cause(ofLeaving: before) ?? (facts.isEmpty ? .route : .evidence)
      return StopChange(
        kind: .day, cause: cause, factIDs: cause == .evidence ? facts : [], before: before,
        after: after)
    }
    guard reordered.contains(after.target) else { return nil }
    return StopChange(kind: .order, cause: .route, factIDs: [], before: before, after: after)
  }

  private func added(_ stop: EarlierPlan.Stop) -> StopChange {
    let facts = evidence(stop.target)
    let teamThen = stop.township.flatMap { teamBefore[$0] }
    let cause: StopChange.Cause =
      if stop.basis == .manual {
        .manual
      } else if missed.contains(stop.target) {
        .missed
      } else if !facts.isEmpty {
        .evidence
      } else if let teamThen, teamThen != stop.team {
        out.contains(teamThen) ? .teamOut : .area
      } else {
        .chances
      }
    return StopChange(
      kind: .added, cause: cause, factIDs: cause == .evidence ? facts : [], before: nil,
      after: stop)
  }

  /// What drives a stop from its team's day, if anything does.
  private func cause(ofLeaving stop: EarlierPlan.Stop) -> StopChange.Cause? {
    if removed.contains(TargetDate(target: stop.target, day: stop.day.daysSince1970)) {
      return .removed
    }
    if out.contains(stop.team) { return .teamOut }
    if lost.contains(TeamDate(team: stop.team, day: stop.day.daysSince1970)) { return .dayLost }
    guard let position = stop.position else { return nil }
    let isClosed = closures.contains {
      $0.day == stop.day && $0.ground.locate(position) != nil
    }
    return isClosed ? .closed : nil
  }

  private func isCovered(_ stop: EarlierPlan.Stop) -> Bool {
    stop.basis == .coverage && stop.township.map(covered.contains) ?? false
  }
}
