/// What a plan is made of, beside settings and seed.
struct PlanPremises: Sendable {
  var snapshot: Snapshot
  var targets: TargetList
  var context: PlanContext

  /// The premises without one thing that a stop rests on, and the townships that then count as
  /// visited.
  func without(
    _ support: StopSupport, of stop: Stop
  ) throws -> (premises: PlanPremises, settled: Set<Int>) {
    var other = self
    switch support {
    case .reason(let reason):
      other = try removing(RemovedFacts(behind: [reason]))
      // A site's own record is no row to delete: it counts as not saying so.
      if reason.table == .sites || reason.table == nil, let chance = reason.chanceWithout {
        other.targets = targets.replacing(chance, of: stop.target.id)
      }
    case .allReasons:
      other = try removing(RemovedFacts(behind: stop.target.reasons))
      other.targets = other.targets.replacing(
        targets.evidence.chance(of: []), of: stop.target.id)
    case .warnings(let ids):
      var removed = RemovedFacts()
      removed.warnings = Set(ids)
      other = try removing(removed)
    case .township: return (self, [stop.target.township])
    case .task:
      other.context.disruptions.tasks.removeAll { $0.target == stop.target.id }
      other.context.earlier?.inputs.removeAll {
        [.task, .move].contains($0.kind) && $0.subject == stop.target.id
      }
    case .earlier: other.context.earlier?.stops.removeAll { $0.target == stop.target.id }
    }
    return (other, [])
  }

  /// The premises without some facts, every target scored again.
  func removing(_ removed: RemovedFacts) throws -> PlanPremises {
    guard !removed.isEmpty else { return self }
    let left = snapshot.removing(removed)
    return PlanPremises(
      snapshot: left,
      targets: try Targeting.targets(
        of: left, weights: targets.evidence.weights, season: targets.season),
      context: context)
  }
}
