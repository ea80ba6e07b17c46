import Geo

/// A first division: every team's area grows from its base, the least loaded team's first.
///
/// ``AreaExchange`` mends what growth cannot see ahead.
struct AreaGrowth {
  private let problem: AreaProblem
  private var owner: [Int?]
  private var load: [Double]
  /// For every team: from where nearness is measured.
  private var seeds: [Coordinate]
  /// For every team: free townships beside its area.
  private var frontier: [[Int]]

  init(_ problem: AreaProblem) {
    self.problem = problem
    owner = problem.settled
    load = problem.loads(owner)
    seeds = problem.bases
    frontier = [[Int]](repeating: [], count: problem.teams)
  }

  /// The team of every township that somebody may have.
  mutating func run() -> [Int?] {
    for case (let township, let team?) in owner.enumerated() { widen(team, beyond: township) }
    sow()
    var active = Set(problem.candidates.joined()).sorted()
    while true {
      active.removeAll { frontier[$0].allSatisfy { owner[$0] != nil } }
      if let team = active.min(by: { (load[$0], $0) < (load[$1], $1) }) {
        frontier[team].removeAll { owner[$0] != nil }
        guard let next = nearest(frontier[team], to: team) else { continue }
        take(next, team)
      } else if let (township, team) = strayPair() {
        // Ground that hangs together with none of its teams' areas.
        take(township, team)
        active = Set(problem.candidates.joined()).sorted()
      } else {
        return owner
      }
    }
  }

  /// Gives every team without ground the free township nearest to its base; where bases coincide,
  /// the farthest from those given so far.
  private mutating func sow() {
    var options = [[Int]](repeating: [], count: problem.teams)
    for (township, teams) in problem.candidates.enumerated() where problem.settled[township] == nil
    {
      for team in teams { options[team].append(township) }
    }
    var hasGround = [Bool](repeating: false, count: problem.teams)
    for case let team? in owner { hasGround[team] = true }
    for team in 0..<problem.teams where !hasGround[team] && !options[team].isEmpty {
      guard let home = nearest(options[team], to: team) else { continue }
      if owner[home] == nil {
        take(home, team)
        continue
      }
      let taken = options[team].filter { owner[$0] != nil }.map { problem.centres[$0] }
      let free = options[team].filter { owner[$0] == nil }
      let far = free.map { township in
        (
          gap: taken.map { greatCircleDistance($0, problem.centres[township]) }.min() ?? 0,
          township: township
        )
      }.max { ($0.gap, $1.township) < ($1.gap, $0.township) }
      guard let far else { continue }
      seeds[team] = problem.centres[far.township]
      take(far.township, team)
    }
  }

  private mutating func take(_ township: Int, _ team: Int) {
    owner[township] = team
    load[team] += problem.hours(township, team) / max(1, problem.dailyVisits[team])
    widen(team, beyond: township)
  }

  private mutating func widen(_ team: Int, beyond township: Int) {
    for next in problem.neighbours[township]
    where owner[next] == nil && problem.candidates[next].contains(team) {
      frontier[team].append(next)
    }
  }

  private func nearest(_ townships: [Int], to team: Int) -> Int? {
    townships.map { (distance(team, $0), $0) }.min { $0 < $1 }?.1
  }

  private func distance(_ team: Int, _ township: Int) -> Double {
    greatCircleDistance(seeds[team], problem.centres[township])
  }

  private func strayPair() -> (township: Int, team: Int)? {
    var best: (distance: Double, township: Int, team: Int)?
    for (township, teams) in problem.candidates.enumerated() where owner[township] == nil {
      for team in teams {
        let pair = (distance: distance(team, township), township: township, team: team)
        if best.map({ pair < $0 }) ?? true { best = pair }
      }
    }
    return best.map { ($0.township, $0.team) }
  }
}
