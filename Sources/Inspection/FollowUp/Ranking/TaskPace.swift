/// How many visits units made beside those that their driving left time for.
///
/// The number of tasks is a part of the score (the plan of 2018, section 10.1), but a team that drives
/// two hours a day cannot make as many visits as one that walks: a visit costs its service and its
/// share of driving, and all units together have the ratio 1.
struct TaskPace {
  private let service: Double
  /// Minutes of work that a team's day of this period holds, on average.
  private let minutesPerDay: Double

  init(_ work: [UnitWork], serviceMinutes: Double) {
    service = serviceMinutes
    var (minutes, days) = (0.0, 0.0)
    for unit in work {
      minutes += unit.visits * serviceMinutes + unit.drivingMinutes
      days += unit.teamDays
    }
    minutesPerDay = days > 0 ? minutes / days : 0
  }

  /// Visits over those that fit into days of average length; 1 where days are not known.
  func ratio(of unit: UnitWork) -> Double {
    guard unit.teamDays > 0, unit.visits > 0, minutesPerDay > 0 else { return 1 }
    let each = service + unit.drivingMinutes / unit.visits
    return unit.visits * each / (unit.teamDays * minutesPerDay)
  }

  /// Driving over driving and service.
  func drivingShare(of unit: UnitWork) -> Double {
    let all = unit.visits * service + unit.drivingMinutes
    return all > 0 ? unit.drivingMinutes / all : 0
  }
}
