/// What the wishes of a round cost at least, whoever is sent: a sum of bounds on parts that no
/// arrangement can be below, each from a problem with fewer conditions.
struct CrewBound {
  /// Trades and rounds served: people given to inspected cities one by one, exactly.
  let people: Int
  /// Mixed teams: what is left when every sending city forms as many trios as it can.
  let mixture: Int
  /// Further sending provinces in inspected cities.
  let spread: Int
  /// People beyond the fair shares of their provinces.
  let sender: Int

  /// All of it, in thousandths of a point.
  var total: Int { people + mixture + spread + sender }

  /// The bound for a round in which some seats stay empty.
  init(_ problem: CrewRoundProblem, empty: Int) {
    let filled = problem.seats.count - empty
    people =
      CapacityAssignment(
        costs: Self.personCosts(problem), capacities: Self.capacities(problem), limit: filled
      ).cost
    let ministry = problem.usable.count { problem.province[$0] < 0 }
    let weights = problem.rules.weights
    mixture = Self.mixture(problem, empty: empty, ministry: ministry)
    var counts = [Int](repeating: 0, count: problem.provinces.count)
    for person in problem.usable where problem.province[person] >= 0 {
      counts[problem.province[person]] += 1
    }
    let open = problem.seats.count { $0.kind == .open }
    let locals = max(0, filled - min(ministry, open))
    let within = counts.indices.reduce(0) { $0 + min(counts[$1], problem.quota[$1]) }
    sender = max(0, locals - within) * weights.sender * 1000
    spread = Self.spread(problem, counts, empty: empty, ministry: ministry)
  }

  /// What each who can serve costs in each inspected city, row by row.
  static func personCosts(_ problem: CrewRoundProblem) -> [Int] {
    let provinces = problem.cityCodes.indices.map { city in
      problem.teams.indices.first { problem.cityOfTeam[$0] == city }
        .map { problem.provinceOfTeam[$0] } ?? -2
    }
    return problem.usable.flatMap { person in
      problem.cityCodes.indices.map { city in
        problem.province[person] == provinces[city]
          ? CapacityAssignment.forbidden : problem.cost(of: person, inCity: city)
      }
    }
  }

  /// How many seats each inspected city has.
  static func capacities(_ problem: CrewRoundProblem) -> [Int] {
    var seats = [Int](repeating: 0, count: problem.cityCodes.count)
    for seat in problem.seats { seats[problem.cityOfTeam[seat.team]] += 1 }
    return seats
  }

  /// A team without a mixed pair is a trio of one city, or two of one city and one from the
  /// ministry; any other has two mixed pairs at least, a centre's leader from elsewhere one more.
  private static func mixture(_ problem: CrewRoundProblem, empty: Int, ministry: Int) -> Int {
    guard problem.rules.teamSize == 3 else { return 0 }
    var groups: [Int: (all: Int, ranked: Int)] = [:]
    for person in problem.usable where problem.origin[person] >= 0 {
      groups[problem.origin[person], default: (0, 0)].all += 1
      if problem.people[person].isOfDivisionRank {
        groups[problem.origin[person], default: (0, 0)].ranked += 1
      }
    }
    let pure = groups.values.reduce(0) { $0 + $1.all / 3 } + ministry
    let pureCentres = groups.values.reduce(0) { $0 + min($1.ranked, $1.all / 3) }
    let centres = problem.seats.count { $0.kind == .centreLeader }
    let mixed = max(0, problem.teams.count - pure - empty) * 2
    return (mixed + max(0, centres - pureCentres - empty)) * 1000
      * min(problem.rules.weights.otherCity, problem.rules.weights.otherProvince)
  }

  /// A city with more seats than any one province has people needs several provinces.
  private static func spread(
    _ problem: CrewRoundProblem, _ counts: [Int], empty: Int, ministry: Int
  ) -> Int {
    let largest = counts.sorted(by: >)
    var needed = [Int](repeating: 0, count: problem.cityCodes.count)
    for seat in problem.seats where seat.kind != .open || ministry == 0 {
      needed[problem.cityOfTeam[seat.team]] += 1
    }
    let further = needed.reduce(0) { sum, seats in
      var (left, provinces) = (seats - empty, 0)
      for count in largest where left > 0 {
        left -= count
        provinces += 1
      }
      return sum + max(0, provinces - 1)
    }
    return further * problem.rules.weights.spread * 1000
  }
}
