import CampaignData
import Geo

/// What a plan's days of verification have to verify.
struct PlannedRechecks {
  /// The days of verification among those planned.
  let days: [CalendarDate]
  /// What is due by the last of them, by first day.
  let due: [RecheckDue]
  /// How many more have no known place.
  let withoutPlace: Int
  let rules: RecheckRules

  /// Nothing is due outside the weeks of verification.
  init(_ snapshot: Snapshot, days: ClosedRange<CalendarDate>, rules: RecheckRules) {
    self.rules = rules
    self.days = rules.share > 0 ? VerificationDays().within(days) : []
    guard let last = self.days.last else {
      due = []
      withoutPlace = 0
      return
    }
    let all = DueRechecks(facts: snapshot.facts, asOf: snapshot.asOf, rules: rules)
    due = all.due(by: last)
    withoutPlace = all.withoutPlace.count { $0.dueFrom <= last }
  }

  /// Places that are no sites, once each.
  var spots: [(id: String, position: Coordinate, note: String)] {
    var seen: Set<String> = []
    return due.compactMap { due in
      guard let position = due.position, seen.insert(due.target).inserted else { return nil }
      return (due.target, position, due.name)
    }
  }

  /// What is planned of what is due; settled complaints are a sample, of which only those planned
  /// count. Nil without anything due.
  func remark(on plan: Plan) -> PlanRemark? {
    guard !due.isEmpty || withoutPlace > 0 else { return nil }
    let problems = due.filter { $0.subject == .problem }
    let byTarget = Dictionary(grouping: problems, by: \.target)
    var (planned, verified) = (0, 0)
    for day in plan.teamDays {
      for stop in day.stops {
        planned += stop.target.reasons.count { $0.key == Basis.recheck.rawValue }
        verified += (byTarget[stop.target.id] ?? []).count { $0.dueFrom <= day.date }
      }
    }
    return .rechecks(
      planned: planned, of: problems.count + planned - verified, withoutPlace: withoutPlace)
  }
}
