import CampaignData
import Inspection

/// What of a plan may be known on one of its days, so that a day's files tell nothing of the next.
struct DayDisclosure {
  /// The plan with no stop of a later day, and townships as they stand by this day.
  let plan: Plan
  /// What the plan was told, without tasks that are put on a later day.
  let inputs: [PlanInput]
  /// What a planner should know, without what names targets or townships of later days.
  let remarks: [PlanRemark]
  /// By what the plan's identifier is blinded, where all may be known.
  let blinding: String?

  /// All of a plan.
  init(all plan: Plan) {
    self.plan = plan
    blinding = plan.blinding
    inputs = plan.inputs
    remarks = plan.remarks
  }

  /// What of a plan may be known by a day.
  init(_ plan: Plan, through day: CalendarDate) {
    var known = plan
    known.teamDays = plan.teamDays.filter { $0.date <= day }
    let stops = known.teamDays.flatMap(\.stops)
    let planned = Set(stops.map(\.target.id))
    inputs = plan.inputs.filter { input in
      switch input.kind {
      case .task, .move: planned.contains(input.subject)
      // What is taken out of this day may be visited on a later one.
      case .drop: false
      case .earlier, .out, .lost, .closed: true
      }
    }
    remarks = plan.remarks.filter { !$0.namesPlan }
    known.coverage = Self.coverage(plan, of: known.teamDays)
    self.plan = known
    blinding = nil
  }

  /// A township that no stop is in by the day keeps neither its team nor the reason why it has none.
  private static func coverage(_ plan: Plan, of days: [TeamDay]) -> [TownshipCoverage] {
    var counts: [Int: (stops: Int, first: CalendarDate)] = [:]
    for day in days {
      for stop in day.stops {
        let last = counts[stop.target.township] ?? (0, day.date)
        counts[stop.target.township] = (last.stops + 1, min(last.first, day.date))
      }
    }
    return plan.coverage.map { standing in
      var known = standing
      let count = counts[standing.township]
      known.planned = count?.stops ?? 0
      known.firstPlanned = count?.first
      known.gap = nil
      if count == nil { known.team = nil }
      return known
    }
  }
}
