import Routing

/// Counts a solution from the problem alone, sharing nothing with the solver.
struct PlanChecker {
  var faults: [String] = []
  var prize: Int64 = 0
  var travel: Int64 = 0
  var requiredMissing: [Int] = []
  var groupsMissing: [Int] = []

  init(_ problem: OrienteeringProblem, _ solution: OrienteeringSolution) {
    var visits = [Int](repeating: 0, count: problem.sites.count)
    if solution.routes.count != problem.shifts.count { faults.append("one route a shift") }
    for (shift, route) in zip(problem.shifts, solution.routes) {
      if route.count > shift.maxVisits { faults.append("\(route.count) visits") }
      guard !route.isEmpty else { continue }
      var clock: Int64 = 0
      var place = shift.start
      for site in route {
        let leg = Int64(problem.travel.seconds(from: place, to: site))
        travel += leg
        clock += leg
        if let window = problem.sites[site].window {
          clock = max(clock, Int64(window.lowerBound))
          if clock > Int64(window.upperBound) { faults.append("late at \(site)") }
        }
        clock += Int64(problem.sites[site].service)
        visits[site] += 1
        prize += problem.sites[site].prize
        place = site
      }
      let home = Int64(problem.travel.seconds(from: place, to: shift.end))
      travel += home
      if clock + home > Int64(shift.maxDuration) { faults.append("a day of \(clock + home) s") }
    }
    if visits.contains(where: { $0 > 1 }) { faults.append("a site twice") }
    var met = [Int](repeating: 0, count: problem.groupMinimum.count)
    for (index, site) in problem.sites.enumerated() {
      if site.required && visits[index] == 0 { requiredMissing.append(index) }
      if site.group >= 0 { met[Int(site.group)] += visits[index] }
    }
    groupsMissing = problem.groupMinimum.indices.filter { met[$0] < problem.groupMinimum[$0] }
    if prize != solution.prize { faults.append("says prize \(solution.prize), is \(prize)") }
    if travel != solution.travel { faults.append("says travel \(solution.travel), is \(travel)") }
    if requiredMissing != solution.requiredMissing { faults.append("required missing differ") }
    if groupsMissing != solution.groupsMissing { faults.append("groups missing differ") }
    if prize > solution.bound { faults.append("prize \(prize) above bound \(solution.bound)") }
  }
}
