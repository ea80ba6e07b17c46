import Routing

/// The best of all plans of a tiny problem, found by trying each.
struct ExhaustiveSearch {
  private let problem: OrienteeringProblem
  private(set) var best: Ranking

  init(_ problem: OrienteeringProblem) {
    self.problem = problem
    let empty = [[Int]](repeating: [], count: problem.shifts.count)
    best = Ranking(problem, empty)
    extend(empty, shift: 0)
  }

  private mutating func extend(_ routes: [[Int]], shift: Int) {
    guard shift < problem.shifts.count else { return }
    if fits(routes[shift], problem.shifts[shift]) { best = max(best, Ranking(problem, routes)) }
    extend(routes, shift: shift + 1, closing: fits(routes[shift], problem.shifts[shift]))
    guard routes[shift].count < problem.shifts[shift].maxVisits else { return }
    let used = Set(routes.joined())
    for site in problem.sites.indices where !used.contains(site) {
      var longer = routes
      longer[shift].append(site)
      extend(longer, shift: shift)
    }
  }

  private mutating func extend(_ routes: [[Int]], shift: Int, closing: Bool) {
    if closing { extend(routes, shift: shift) }
  }

  private func fits(_ route: [Int], _ shift: OrienteeringProblem.Shift) -> Bool {
    var clock: Int64 = 0
    var place = shift.start
    for site in route {
      clock += Int64(problem.travel.seconds(from: place, to: site))
      if let window = problem.sites[site].window {
        clock = max(clock, Int64(window.lowerBound))
        if clock > Int64(window.upperBound) { return false }
      }
      clock += Int64(problem.sites[site].service)
      place = site
    }
    guard !route.isEmpty else { return true }
    return clock + Int64(problem.travel.seconds(from: place, to: shift.end))
      <= Int64(shift.maxDuration)
  }
}
