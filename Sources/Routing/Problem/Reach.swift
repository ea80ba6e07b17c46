/// Which sites some shift can visit at all, and why a rule that was not met was not.
struct Reach {
  private let problem: OrienteeringProblem
  /// The sites that at least one shift could visit, ascending.
  let reachable: [Int]
  /// Those of them that a plan may want: worth something, required, or asked for by a group.
  let candidates: [Int]

  init(_ problem: OrienteeringProblem) {
    self.problem = problem
    var kinds: [OrienteeringProblem.Shift] = []
    for shift in problem.shifts where shift.maxVisits > 0 && !kinds.contains(shift) {
      kinds.append(shift)
    }
    reachable = problem.sites.indices.filter { site in
      kinds.contains { Self.fits(problem, site, $0) }
    }
    candidates = reachable.filter {
      let site = problem.sites[$0]
      return site.prize > 0 || site.required
        || (site.group >= 0 && problem.groupMinimum[Int(site.group)] > 0)
    }
  }

  private static func fits(
    _ problem: OrienteeringProblem, _ index: Int, _ shift: OrienteeringProblem.Shift
  ) -> Bool {
    let site = problem.sites[index]
    let there = Int64(problem.travel.seconds(from: shift.start, to: index))
    let begin = max(there, Int64(site.window?.lowerBound ?? 0))
    if let window = site.window, begin > Int64(window.upperBound) { return false }
    let back = Int64(problem.travel.seconds(from: index, to: shift.end))
    let longest = min(shift.maxDuration, TravelTimes.unreachable - 1)
    return begin + Int64(site.service) + back <= Int64(longest)
  }

  /// The rules that routes do not meet, required sites first, each with its reason.
  func shortfalls(_ routes: [[Int]]) -> [Shortfall] {
    let visited = Set(routes.joined())
    let reached = Set(reachable)
    let isFull = zip(routes, problem.shifts).allSatisfy { $0.count >= $1.maxVisits }
    var found: [Shortfall] = []
    for (index, site) in problem.sites.enumerated()
    where site.required && !visited.contains(index) {
      let reason: Shortfall.Reason =
        !reached.contains(index) ? .outOfReach : isFull ? .tooFewVisits : .noTimeLeft
      found.append(Shortfall(subject: .site(index), missing: 1, reason: reason))
    }
    var members = [Int](repeating: 0, count: problem.groupMinimum.count)
    var near = members
    var met = members
    for (index, site) in problem.sites.enumerated() where site.group >= 0 {
      members[Int(site.group)] += 1
      if reached.contains(index) { near[Int(site.group)] += 1 }
      if visited.contains(index) { met[Int(site.group)] += 1 }
    }
    for (group, minimum) in problem.groupMinimum.enumerated() where met[group] < minimum {
      let reason: Shortfall.Reason =
        members[group] < minimum
        ? .tooFewSites : near[group] < minimum ? .outOfReach : isFull ? .tooFewVisits : .noTimeLeft
      found.append(
        Shortfall(subject: .group(group), missing: minimum - met[group], reason: reason))
    }
    return found
  }
}
