/// The prize that the numbers of visits and the time allow: the best sites of each group that asks
/// for visits, then the best of the rest, a price of time taken off each.
struct CapacityBound {
  let problem: OrienteeringProblem
  /// The sites that some shift could visit.
  let reachable: [Int]
  /// The least time that a visit of each reachable site takes, or nil where it is not known.
  let time: TimeNeed?

  /// The most that any solution collects that breaks no more rules than one with these shortfalls.
  ///
  /// For every price of a second, `price x all the time + the best total of prize less price x time`
  /// is such a bound (Lagrangian relaxation of the time); the lowest is taken, and price 0 is the
  /// plain capacity bound. Complexity: O(sites log sites).
  func prize(_ shortfalls: [Shortfall]) -> Int64 {
    var lowest = lowered(shortfalls, price: 0)
    guard let time else { return Self.whole(lowest) }
    var low = 0.0
    var high = reachable.reduce(0) {
      max($0, Double(problem.sites[$1].prize) / max(1, time.need[$1]))
    }
    // The bound is convex in the price: where a small one does not lower it, none does.
    guard high > 0, lowered(shortfalls, price: high / 256) < lowest else {
      return Self.whole(lowest)
    }
    for _ in 0..<Self.steps {
      let left = low + (high - low) / 3
      let right = high - (high - low) / 3
      let one = lowered(shortfalls, price: left)
      let other = lowered(shortfalls, price: right)
      lowest = min(lowest, one, other)
      if one < other { high = right } else { low = left }
    }
    return Self.whole(lowest)
  }

  /// The whole prize below a bound, which rounding must not bring below the truth.
  static func whole(_ bound: Double) -> Int64 {
    Int64((bound + 1e-6 + 1e-9 * bound.magnitude).rounded(.down))
  }

  /// Steps of the search for the best price; each leaves two thirds of the range.
  private static let steps = 24

  private func lowered(_ shortfalls: [Shortfall], price: Double) -> Double {
    let value = problem.sites.indices.map { site in
      Double(problem.sites[site].prize) - price * (time?.need[site] ?? 0)
    }
    return price * (time?.available ?? 0) + best(shortfalls, value)
  }

  /// The best total value of as many visits as the shifts allow.
  private func best(_ shortfalls: [Shortfall], _ value: [Double]) -> Double {
    let slots = problem.shifts.reduce(0) { $0 + min($1.maxVisits, reachable.count) }
    let isRequiredMet = shortfalls.allSatisfy {
      if case .group = $0.subject { true } else { false }
    }
    guard isRequiredMet else { return sum(ofBest: slots, reachable.map { value[$0] }) }
    let required = reachable.filter { problem.sites[$0].required }
    let missing = shortfalls.reduce(0) { $0 + $1.missing }
    let (wanted, rest, wantedCount) = split(beside: required, value)
    let forced = wanted.prefix(max(0, wantedCount - missing))
    let others = rest + wanted.dropFirst(forced.count)
    return required.reduce(0) { $0 + value[$1] } + forced.reduce(0, +)
      + sum(ofBest: slots - required.count - forced.count, others)
  }

  /// The values of the best sites of the groups, beyond what required sites give them, in falling
  /// order; those of all other sites; and how many visits the groups ask for.
  private func split(
    beside required: [Int], _ value: [Double]
  ) -> (wanted: [Double], rest: [Double], count: Int) {
    var open = problem.groupMinimum
    for site in required where problem.sites[site].group >= 0 {
      let group = Int(problem.sites[site].group)
      open[group] = max(0, open[group] - 1)
    }
    let count = open.reduce(0, +)
    var wanted: [Double] = []
    var rest: [Double] = []
    let others = reachable.filter { !problem.sites[$0].required }
    for site in others.sorted(by: { value[$0] > value[$1] }) {
      let group = Int(problem.sites[site].group)
      if group >= 0, open[group] > 0 {
        open[group] -= 1
        wanted.append(value[site])
      } else {
        rest.append(value[site])
      }
    }
    return (wanted, rest, count)
  }

  private func sum(ofBest count: Int, _ values: [Double]) -> Double {
    values.sorted(by: >).prefix(max(0, count)).reduce(0) { $0 + max(0, $1) }
  }
}
