import CampaignData
import Geo
import Routing

/// One team's part of a plan: its problem put to the solver, and the solution put into days.
struct TeamRound {
  let team: Int
  let round: CampaignRound
  let days: ClosedRange<CalendarDate>
  /// Its townships, ascending.
  let townships: [Int]
  /// Indices of the targets that it may visit, ascending.
  let candidates: [Int]
  let targets: TargetList
  let facts: Facts
  let settings: PlanSettings
  /// For every township of the campaign: visits in this round so far.
  let visitsInRound: [Int]
  /// Who knows driving times; nil for straight lines.
  let roads: (any RoadNetwork)?

  /// What the solver found.
  struct Outcome {
    var days: [TeamDay]
    var gaps: [(township: Int, gap: CoverageGap)]
  }

  /// A chance of one in prizes: fine enough that no two different chances are the same prize.
  private static let prizeScale = 1e9

  /// Solves it.
  func solve() throws -> Outcome {
    let offered = offer()
    let groups = townships.filter { visitsInRound[$0] == 0 }
    var groupOfTownship: [Int: Int32] = [:]
    for (group, township) in groups.enumerated() { groupOfTownship[township] = Int32(group) }
    let sites = offered.map { index in
      OrienteeringProblem.Site(
        prize: Int64((targets.chances[index] * Self.prizeScale).rounded()),
        service: Int32(settings.serviceMinutes * 60),
        group: groupOfTownship[Int(targets.townships[index])] ?? -1)
    }
    let base = facts.teams[team].base
    let (travel, source) = try travelTimes(offered.map { targets.positions[$0] } + [base])
    let problem = try OrienteeringProblem(
      sites: sites, shifts: dates.map { shift($0, base: offered.count) },
      groupMinimum: [Int](repeating: 1, count: groups.count), travel: travel)
    let solution = Routing.solve(
      problem, settings: SolverSettings(seed: seed, iterations: settings.iterations))
    let timetable = Timetable(
      team: team, teamID: facts.teams[team].id, round: round.number, base: base, offered: offered,
      targets: targets,
      travel: travel, timesSource: source, settings: settings, newTownships: Set(groups))
    return Outcome(
      days: timetable.days(routes: earliestFirst(solution.routes, sites: sites), dates: dates),
      gaps: gaps(solution, groups: groups))
  }

  /// Times between places by road where they are known, else along straight lines.
  private func travelTimes(
    _ places: [Coordinate]
  ) throws -> (times: TravelTimes, source: String) {
    if let roads, let times = roads.drivingTimes(team: facts.teams[team].id, places: places) {
      return (try TravelTimes(matrix: times.seconds, count: times.count), roads.name)
    }
    let straight = try TravelTimes(
      longitudes: places.map(\.x), latitudes: places.map(\.y), detour: settings.detour,
      speedKMH: settings.speedKMH)
    return (straight, "straight")
  }

  private var dates: [CalendarDate] {
    (0...(days.upperBound - days.lowerBound)).map { days.lowerBound + $0 }
  }

  /// Each team draws from a stream of its own, so that one team's change leaves the others' plans.
  private var seed: UInt64 {
    facts.teams[team].id.utf8.reduce(settings.seed ^ 0xcbf2_9ce4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
  }

  private func visits(on date: CalendarDate) -> Int {
    let usual = facts.teams[team].dailyVisits ?? settings.dailyVisits
    return date == round.handoverDay ? min(usual, settings.handoverVisits) : usual
  }

  private func shift(_ date: CalendarDate, base: Int) -> OrienteeringProblem.Shift {
    OrienteeringProblem.Shift(
      start: base, end: base, maxVisits: visits(on: date),
      maxDuration: Int32(settings.dayHours * 3600))
  }

  /// The targets put to the solver, ascending.
  ///
  /// Of each township the best few, and the best of all, four times what the visits allow.
  private func offer() -> [Int] {
    let capacity = dates.reduce(0) { $0 + visits(on: $1) }
    let byChance = candidates.sorted {
      (-targets.chances[$0], $0) < (-targets.chances[$1], $1)
    }
    var taken = Set(byChance.prefix(4 * capacity))
    var ofTownship: [Int32: Int] = [:]
    for index in byChance where ofTownship[targets.townships[index], default: 0] < 4 {
      ofTownship[targets.townships[index], default: 0] += 1
      taken.insert(index)
    }
    return taken.sorted()
  }

  /// Days of equal capacity are exchangeable: those with the most expected problems come first,
  /// since what is found early can be verified within the round.
  private func earliestFirst(
    _ routes: [[Int]], sites: [OrienteeringProblem.Site]
  ) -> [[Int]] {
    var ordered = routes
    let limits = dates.map(visits(on:))
    for limit in Set(limits).sorted() {
      let places = limits.indices.filter { limits[$0] == limit }
      let worth = places.map { place in routes[place].reduce(0) { $0 + sites[$1].prize } }
      let ranked = places.indices.sorted { (-worth[$0], $0) < (-worth[$1], $1) }
      for (place, rank) in zip(places, ranked) { ordered[place] = routes[places[rank]] }
    }
    return ordered
  }

  private func gaps(
    _ solution: OrienteeringSolution, groups: [Int]
  ) -> [(township: Int, gap: CoverageGap)] {
    solution.shortfalls.compactMap { shortfall in
      guard case .group(let group) = shortfall.subject else { return nil }
      return (groups[group], shortfall.reason == .outOfReach ? .tooFar : .capacity)
    }
  }
}
