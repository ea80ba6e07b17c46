import Routing

/// How good a team's routes are, to be compared: rules first, then worth, then the road.
struct RoundStanding: Comparable {
  /// Visits added by hand that are not made.
  let tasksMissing: Int
  /// Visits added by hand that are made on another day.
  let tasksMoved: Int
  /// Townships that the last round left out and this one does too.
  let overdueMissing: Int
  /// Sites drawn by lot that are not visited.
  let drawnMissing: Int
  /// Townships without a visit.
  let townshipsMissing: Int
  /// Chances, kept stops and what comes first under a warning, in prizes.
  let worth: Int64
  /// Seconds on the road.
  let road: Int64

  init(_ routes: [[Int]], of problem: RoundProblem) {
    let visited = Set(routes.joined())
    tasksMissing = problem.tasks.keys.count { !visited.contains($0) }
    tasksMoved = problem.tasks.count { site, day in
      visited.contains(site) && !routes[day].contains(site)
    }
    var isMet = [Bool](repeating: false, count: problem.groupTownships.count)
    for site in visited where problem.groups[site] >= 0 { isMet[Int(problem.groups[site])] = true }
    overdueMissing = problem.overdue.count { !isMet[Int($0)] }
    drawnMissing = problem.drawn.count { !visited.contains($0) }
    townshipsMissing = isMet.count { !$0 }
    var worth: Int64 = 0
    var road: Int64 = 0
    for (day, route) in routes.enumerated() {
      for site in route { worth += problem.worth(site, on: day) }
      road += problem.road(route)
    }
    self.worth = worth
    self.road = road
  }

  /// Worse before better.
  static func < (one: RoundStanding, other: RoundStanding) -> Bool {
    let (left, right) = (one.faults, other.faults)
    if left != right { return right.lexicographicallyPrecedes(left) }
    return one.worth != other.worth ? one.worth < other.worth : one.road > other.road
  }

  private var faults: [Int] {
    [tasksMissing, tasksMoved, overdueMissing, drawnMissing, townshipsMissing]
  }
}
