/// Something that a planner should know about a plan.
public enum PlanRemark: Sendable, Hashable {
  /// A team has no base on the globe: others of its city have its ground.
  case noBase(team: String)
  /// A team makes no visits: others of its city have its ground.
  case noVisits(team: String)
  /// A team cannot be planned for; the others are.
  case unplanned(team: String, reason: String)
  /// A city has no centre team, or several.
  case centreTeams(city: String, count: Int)
  /// Cities that the round's phase leaves out.
  case outsidePhase(phase: Int, cities: [String], teams: Int)
  /// Ground that several teams may have was divided among them.
  case divided(AreaMeasures)
  /// A team's townships went to others.
  case handedOn(team: String, townships: Int, to: [String])
  /// Teams that lose the day.
  case lostDays(teams: [String])
  /// Targets that cannot be reached on the day.
  case closed(name: String, targets: Int)
  /// Targets that count first because of a warning.
  case urgent(city: String, targets: Int)
  /// A visit added by hand is not made on its day; the day it is made on, if any.
  case taskMoved(target: String, to: String?)
  /// How far the month's task plan is met: its lines, those that are not, stops exchanged for it, and
  /// what that costs in expected problems.
  case taskPlan(lines: Int, unmet: Int, exchanged: Int, cost: Double)
  /// A line of the task plan that is not met.
  case taskShort(TaskStanding)
  /// Townships that the last round left out and this one visits first.
  case overdue(count: Int, covered: Int)
  /// What was kept of the plan before.
  case kept(plan: String, stops: Int, of: Int)
  /// What becomes of the sites drawn by lot.
  case drawn(DrawResponse)
  /// What of the problems and complaints to be verified is planned, and how many have no known place.
  case rechecks(planned: Int, of: Int, withoutPlace: Int)
  /// Targets whose chance is no number from 0 to 1, left out.
  case oddChances(count: Int)

  /// True if something is not as it should be.
  public var isWarning: Bool {
    switch self {
    case .noBase, .noVisits, .unplanned, .centreTeams, .taskMoved, .taskShort, .oddChances: true
    case .rechecks(let planned, let due, let withoutPlace): planned < due || withoutPlace > 0
    case .drawn(let response): response.gone + response.unplaced > 0
    case .divided, .handedOn, .lostDays, .closed, .urgent, .overdue, .kept, .outsidePhase,
      .taskPlan:
      false
    }
  }

  /// One word for programs.
  public var topic: String {
    switch self {
    case .noBase, .noVisits, .unplanned, .centreTeams, .divided, .handedOn, .lostDays: "teams"
    case .outsidePhase: "phase"
    case .closed: "closed"
    case .urgent: "warnings"
    case .taskMoved: "tasks"
    case .taskPlan, .taskShort: "task_plan"
    case .overdue: "overdue"
    case .kept: "stability"
    case .rechecks: "rechecks"
    case .drawn: "draw"
    case .oddChances: "targets"
    }
  }

  /// True if it names something that only the plan tells: a task, closed ground, who stays away.
  public var namesPlan: Bool {
    switch self {
    case .taskMoved, .closed, .lostDays, .handedOn, .unplanned: true
    case .drawn, .noBase, .noVisits, .centreTeams, .divided, .urgent, .overdue, .kept, .rechecks,
      .oddChances, .outsidePhase, .taskPlan, .taskShort:
      false
    }
  }
}
