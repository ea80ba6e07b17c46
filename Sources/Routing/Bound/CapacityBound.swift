/// The prize that the numbers of visits allow, travel ignored: the best sites of each group that
/// asks for visits, then the best of the rest.
struct CapacityBound {
  let problem: OrienteeringProblem
  /// The sites that some shift could visit.
  let reachable: [Int]

  /// The most that any solution collects that breaks no more rules than one with these shortfalls.
  ///
  /// Complexity: O(sites log sites).
  func prize(_ shortfalls: [Shortfall]) -> Int64 {
    let slots = problem.shifts.reduce(0) { $0 + min($1.maxVisits, reachable.count) }
    let isRequiredMet = shortfalls.allSatisfy {
      if case .group = $0.subject { true } else { false }
    }
    guard isRequiredMet else { return sum(ofBest: slots, reachable.map(prize)) }
    let required = reachable.filter { problem.sites[$0].required }
    let missing = shortfalls.reduce(0) { $0 + $1.missing }
    let (wanted, rest, wantedCount) = split(beside: required)
    let forced = wanted.prefix(max(0, wantedCount - missing))
    let free = rest + wanted.dropFirst(forced.count)
    return (required.map(prize) + forced).reduce(0, +)
      + sum(ofBest: slots - required.count - forced.count, free)
  }

  /// The prizes of the best sites of the groups, beyond what required sites give them, in falling
  /// order; those of all other sites; and how many visits the groups ask for.
  private func split(beside required: [Int]) -> (wanted: [Int64], rest: [Int64], count: Int) {
    var open = problem.groupMinimum
    for site in required where problem.sites[site].group >= 0 {
      let group = Int(problem.sites[site].group)
      open[group] = max(0, open[group] - 1)
    }
    let count = open.reduce(0, +)
    var wanted: [Int64] = []
    var rest: [Int64] = []
    let others = reachable.filter { !problem.sites[$0].required }
    for site in others.sorted(by: { prize($0) > prize($1) }) {
      let group = Int(problem.sites[site].group)
      if group >= 0, open[group] > 0 {
        open[group] -= 1
        wanted.append(prize(site))
      } else {
        rest.append(prize(site))
      }
    }
    return (wanted, rest, count)
  }

  private func prize(_ site: Int) -> Int64 { problem.sites[site].prize }

  private func sum(ofBest count: Int, _ prizes: [Int64]) -> Int64 {
    prizes.sorted(by: >).prefix(max(0, count)).reduce(0) { $0 + max(0, $1) }
  }
}
