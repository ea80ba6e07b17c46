/// Gives centre teams their leaders of division rank at the least cost beside those who sit.
struct CentreLeaders {
  private let problem: CrewRoundProblem

  init(_ problem: CrewRoundProblem) { self.problem = problem }

  /// Fills the seats of centre leaders with people who are free, as far as they go round.
  func seat(_ arrangement: inout CrewArrangement) {
    let seats = problem.seats.indices.filter { problem.seats[$0].kind == .centreLeader }
    let people = problem.usable.filter {
      arrangement.seatOfPerson[$0] < 0 && problem.people[$0].isOfDivisionRank
    }
    let mates = seats.map { seat in
      problem.seatsOfTeam[problem.seats[seat].team].map { arrangement.personOfSeat[$0] }
        .filter { $0 >= 0 }
    }
    let costs = people.flatMap { person in
      zip(seats, mates).map { seat, mates -> Int in
        guard problem.fits(person, problem.seats[seat], strict: true) else {
          return CapacityAssignment.forbidden
        }
        let city = problem.cityOfTeam[problem.seats[seat].team]
        return mates.reduce(problem.cost(of: person, inCity: city)) {
          $0 + arrangement.pairCost(person, $1)
        }
      }
    }
    let given = CapacityAssignment(
      costs: costs, capacities: [Int](repeating: 1, count: seats.count))
    for (place, person) in people.enumerated() where given.place[place] >= 0 {
      arrangement.put(person, into: seats[given.place[place]])
    }
  }
}
