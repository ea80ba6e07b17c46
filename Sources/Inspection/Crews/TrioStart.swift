/// Begins with trios of one sending city, given to inspected cities at the least cost.
struct TrioStart {
  private let problem: CrewRoundProblem
  private let trios: [CrewTrio]
  private let teamsOfCity: [[Int]]

  init(_ problem: CrewRoundProblem) {
    self.problem = problem
    trios = CrewTrio.all(in: problem)
    let groups = Dictionary(grouping: problem.teams.indices) { problem.cityOfTeam[$0] }
    teamsOfCity = problem.cityCodes.indices.map { groups[$0] ?? [] }
  }

  /// Seats the trios, then the leaders of centre teams.
  func arrangement() -> CrewArrangement {
    var arrangement = CrewArrangement(problem)
    let given = CapacityAssignment(costs: costs(), capacities: teamsOfCity.map(\.count))
    for city in teamsOfCity.indices {
      let here = trios.indices.filter { given.place[$0] == city }
      for (team, trio) in zip(teamsOfCity[city], here) {
        seat(trios[trio], in: team, &arrangement)
      }
    }
    CentreLeaders(problem).seat(&arrangement)
    return arrangement
  }

  private func seat(_ trio: CrewTrio, in team: Int, _ arrangement: inout CrewArrangement) {
    let seats = problem.seatsOfTeam[team].filter { problem.seats[$0].kind != .centreLeader }
    for (seat, person) in zip(seats, trio.people)
    where problem.fits(person, problem.seats[seat], strict: true) {
      arrangement.put(person, into: seat)
    }
  }

  /// What each trio costs in each city: its people, its mixture, its province beyond the fair share,
  /// and the province where the city is not meant for it.
  private func costs() -> [Int] {
    let meant = meantCities()
    let weights = problem.rules.weights
    let empty = CrewArrangement(problem)
    var seen = [Int](repeating: 0, count: problem.provinces.count)
    return trios.flatMap { trio -> [Int] in
      var own = 0
      for (place, person) in trio.people.enumerated() {
        for mate in trio.people[..<place] { own += empty.pairCost(person, mate) }
      }
      seen[trio.province] += trio.people.count
      let over = seen[trio.province] - problem.quota[trio.province]
      own += min(trio.people.count, max(0, over)) * weights.sender * 1000
      return teamsOfCity.indices.map { city in
        let isOwn = teamsOfCity[city].contains { team in
          trio.people.contains { problem.province[$0] == problem.provinceOfTeam[team] }
        }
        guard !isOwn else { return CapacityAssignment.forbidden }
        let people = trio.people.reduce(0) { $0 + problem.cost(of: $1, inCity: city) }
        let isMeant = meant[city].contains(trio.province)
        return own + people + (isMeant ? 0 : weights.spread * 1000)
      }
    }
  }

  /// Few provinces for each inspected city: the largest city first, to the province whose trios fit
  /// it exactly, else to the one that has most left.
  private func meantCities() -> [Set<Int>] {
    var left = problem.provinces.indices.map { province in
      min(
        trios.count { $0.province == province },
        (problem.quota[province] + problem.rules.teamSize - 1) / problem.rules.teamSize)
    }
    var meant = [Set<Int>](repeating: [], count: teamsOfCity.count)
    let order = teamsOfCity.indices.sorted {
      (teamsOfCity[$1].count, $0) < (teamsOfCity[$0].count, $1)
    }
    for city in order {
      var needed = teamsOfCity[city].count
      while needed > 0 {
        let open = left.indices.filter {
          left[$0] > 0 && !isOwn($0, city) && !meant[city].contains($0)
        }
        let exact = open.first { left[$0] == needed }
        guard let province = exact ?? open.max(by: { (left[$0], $1) < (left[$1], $0) }) else {
          break
        }
        meant[city].insert(province)
        let taken = min(needed, left[province])
        left[province] -= taken
        needed -= taken
      }
    }
    return meant
  }

  private func isOwn(_ province: Int, _ city: Int) -> Bool {
    teamsOfCity[city].contains { problem.provinceOfTeam[$0] == province }
  }
}
