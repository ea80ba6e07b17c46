import CampaignData

/// How much of an earlier plan a new one keeps.
struct PlanKeeping {
  /// Stops of the earlier plan on the days planned whose target was not visited since.
  let remaining: Int
  /// Those of them that have the same target, team and day.
  let kept: Int

  init(_ earlier: EarlierPlan, _ plan: Plan, facts: Facts) {
    let visited = Set(facts.visits.filter { $0.round == plan.round }.map(\.siteID))
    var planned: Set<Key> = []
    for day in plan.teamDays {
      for stop in day.stops {
        planned.insert(
          Key(target: stop.target.id, team: facts.teams[day.team].id, day: day.date.daysSince1970))
      }
    }
    let rest = earlier.stops.filter {
      plan.days.contains($0.day) && !visited.contains($0.target)
    }
    remaining = rest.count
    kept = rest.count {
      planned.contains(Key(target: $0.target, team: $0.team, day: $0.day.daysSince1970))
    }
  }

  private struct Key: Hashable {
    var target: String
    var team: String
    var day: Int
  }
}
