import Routing

/// What routes reach, counted from the problem, in the order of the objective.
struct Ranking: Comparable {
  var requiredMissing = 0
  var groupVisitsMissing = 0
  var prize: Int64 = 0
  var travel: Int64 = 0

  init(_ problem: OrienteeringProblem, _ routes: [[Int]]) {
    let visited = Set(routes.joined())
    var met = [Int](repeating: 0, count: problem.groupMinimum.count)
    for (index, site) in problem.sites.enumerated() {
      if site.required && !visited.contains(index) { requiredMissing += 1 }
      guard visited.contains(index) else { continue }
      prize += site.prize
      if site.group >= 0 { met[Int(site.group)] += 1 }
    }
    for (minimum, visits) in zip(problem.groupMinimum, met) {
      groupVisitsMissing += max(0, minimum - visits)
    }
    for (shift, route) in zip(problem.shifts, routes) where !route.isEmpty {
      let path = [shift.start] + route + [shift.end]
      for (from, to) in zip(path, path.dropFirst()) {
        travel += Int64(problem.travel.seconds(from: from, to: to))
      }
    }
  }

  /// Whether one is worse than the other.
  static func < (one: Ranking, other: Ranking) -> Bool {
    if one.requiredMissing != other.requiredMissing {
      return one.requiredMissing > other.requiredMissing
    }
    if one.groupVisitsMissing != other.groupVisitsMissing {
      return one.groupVisitsMissing > other.groupVisitsMissing
    }
    return one.prize != other.prize ? one.prize < other.prize : one.travel > other.travel
  }
}
