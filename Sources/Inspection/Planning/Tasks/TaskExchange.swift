import Routing

/// Brings a team's routes to the shares of the task plan, one stop for another.
///
/// The cheapest exchange comes first: of all pairs of a stop that may go and a site that is asked for
/// and fits into the stop's day, the one that costs least in chance, then in driving. What has to stay
/// stays: the only visit of a township, sites drawn by lot, visits added by hand, what a warning puts
/// first, and what another line needs. It ends when no line falls short, or nothing fits.
struct TaskExchange {
  let problem: RoundProblem
  let counts: QuotaCounts
  /// For every site offered: true if only a locality knows it.
  let isLocal: [Bool]
  /// The part of a line's visits that such sites may be brought in for.
  let localShare: Double

  /// How many exchanges of the same cost are tried for the shorter way.
  private static let mostAlike = 60

  /// What came of it.
  struct Outcome {
    var routes: [[Int]]
    /// Sites brought in, with the line that asked for each.
    var added: [Int: TaskQuota]
    /// What it costs, in prizes.
    var cost: Int64
  }

  /// Exchanges stops until all lines are met or nothing fits.
  ///
  /// - Complexity: for each exchange the pairs of candidates and stops in order of cost, until one
  ///   fits; each is tried at every place of its day. Of pairs that cost the same so many are tried.
  func run(_ given: [[Int]]) -> Outcome {
    var outcome = Outcome(routes: given, added: [:], cost: 0)
    var localsOf = [Int](repeating: 0, count: counts.entries.count)
    for number in order {
      while true {
        let (wanted, planned) = counts.entries[number].standing(outcome.routes)
        guard planned < wanted else { break }
        let mayBeLocal = localsOf[number] < Int(localShare * Double(wanted))
        guard let move = best(for: number, outcome.routes, mayBeLocal: mayBeLocal) else { break }
        outcome.cost +=
          (move.out.map { problem.worth($0, on: move.day) } ?? 0)
          - problem.worth(move.site, on: move.day)
        if let out = move.out { outcome.added[out] = nil }
        outcome.routes[move.day] = move.route
        outcome.added[move.site] = counts.entries[number].quota
        localsOf[number] += isLocal[move.site] ? 1 : 0
      }
    }
    return outcome
  }

  /// The lines, those with the fewest sites first: the others have more to choose from.
  private var order: [Int] {
    let sizes = counts.entries.map { $0.counts.count(where: \.self) }
    return counts.entries.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
  }

  /// A stop put in, and the one that goes for it.
  private struct Move {
    var site: Int
    var out: Int?
    var day: Int
    var route: [Int]
    var road: Int64
  }

  /// The exchange that costs least; nil if none is possible.
  private func best(for number: Int, _ routes: [[Int]], mayBeLocal: Bool) -> Move? {
    let visited = Set(routes.joined())
    let wanted = candidates(for: number, visited, mayBeLocal: mayBeLocal)
    guard !wanted.isEmpty else { return nil }
    var best: (gain: Int64, move: Move)?
    var alike = 0
    let visitsOfGroup = routes.joined().reduce(into: [Int32: Int]()) {
      $0[problem.groups[$1], default: 0] += 1
    }
    for (out, day) in removable(for: number, routes, visited) {
      let lost = out.map { problem.worth($0, on: day) } ?? 0
      for site in wanted where counts.entries[number].counts(site, on: day) {
        if let out, problem.groups[out] >= 0, problem.groups[site] != problem.groups[out],
          visitsOfGroup[problem.groups[out]] == 1
        {
          continue
        }
        let gain = problem.worth(site, on: day) - lost
        // Candidates come in falling order of prize; what is kept or urgent on a day adds to it.
        if let best, gain < best.gain || (gain == best.gain && alike >= Self.mostAlike) { break }
        alike += 1
        guard !(day == 0 && problem.closed.contains(site)),
          let (route, road) = fitting(site, in: routes[day], without: out)
        else { continue }
        if let best, (gain, -road) <= (best.gain, -best.move.road) { continue }
        if best.map({ gain > $0.gain }) ?? true { alike = 0 }
        best = (gain, Move(site: site, out: out, day: day, route: route, road: road))
      }
    }
    return best?.move
  }

  private func candidates(for number: Int, _ visited: Set<Int>, mayBeLocal: Bool) -> [Int] {
    problem.offered.indices.filter { site in
      counts.entries[number].counts[site] && !visited.contains(site)
        && problem.tasks[site] == nil && (mayBeLocal || !isLocal[site])
        && problem.isReachable(site)
    }.sorted { (-problem.prizes[$0], $0) < (-problem.prizes[$1], $1) }
  }

  /// Stops that may go, and days with a visit left, those of least worth first.
  private func removable(
    for number: Int, _ routes: [[Int]], _ visited: Set<Int>
  ) -> [(site: Int?, day: Int)] {
    let needed = counts.entries.indices.filter { $0 != number }.filter { other in
      let (wanted, planned) = counts.entries[other].standing(routes)
      return planned <= wanted
    }
    var found: [(site: Int?, day: Int)] = []
    for (day, route) in routes.enumerated() {
      if route.count < problem.limits[day] { found.append((nil, day)) }
      for site in route
      where problem.tasks[site] == nil && !problem.drawn.contains(site)
        && !problem.urgent[day].contains(site)
        && !counts.entries[number].counts(site, on: day)
        && !needed.contains(where: { counts.entries[$0].counts(site, on: day) })
      { found.append((site, day)) }
    }
    func worth(_ stop: (site: Int?, day: Int)) -> Int64 {
      stop.site.map { problem.worth($0, on: stop.day) } ?? 0
    }
    return found.sorted { (worth($0), $0.day, $0.site ?? -1) < (worth($1), $1.day, $1.site ?? -1) }
  }

  /// A day's route with a site where it costs the least way; nil if the day is too short.
  private func fitting(
    _ site: Int, in route: [Int], without out: Int?
  ) -> (route: [Int], road: Int64)? {
    let rest = route.filter { $0 != out }
    var best: (place: Int, added: Int64)?
    for place in 0...rest.count {
      let before = place == 0 ? problem.base : rest[place - 1]
      let after = place == rest.count ? problem.base : rest[place]
      let direct = rest.isEmpty ? 0 : Int64(problem.travel.seconds(from: before, to: after))
      let added =
        Int64(problem.travel.seconds(from: before, to: site))
        + Int64(problem.travel.seconds(from: site, to: after)) - direct
      if best.map({ added < $0.added }) ?? true { best = (place, added) }
    }
    guard let best else { return nil }
    var changed = rest
    changed.insert(site, at: best.place)
    return problem.isInTime(changed) ? (changed, problem.road(changed)) : nil
  }
}
