/// Improves an arrangement by exchanges until none is left or the passes are used up.
///
/// Each is tried in a fixed order and kept if the cost falls: two teams change crews; two people
/// change seats; somebody free, of the same province as a member of the team, takes a seat. Seats that
/// are filled stay filled.
struct CrewSearch {
  private let problem: CrewRoundProblem

  init(_ problem: CrewRoundProblem) { self.problem = problem }

  /// Improves; gives back the passes made.
  func improve(_ arrangement: inout CrewArrangement) -> Int {
    var passes = 0
    while passes < problem.rules.searchPasses {
      let before = arrangement.cost
      exchangeCrews(&arrangement)
      replace(&arrangement)
      exchangePeople(&arrangement)
      passes += 1
      if arrangement.cost >= before { break }
    }
    return passes
  }

  private func exchangeCrews(_ arrangement: inout CrewArrangement) {
    let base = problem.seatsOfTeam.map { seats in
      seats.filter { problem.seats[$0].kind != .centreLeader }
    }
    for first in problem.teams.indices {
      for second in (first + 1)..<max(first + 1, problem.teams.count)
      where problem.cityOfTeam[first] != problem.cityOfTeam[second]
        || problem.teams[first].isCentre != problem.teams[second].isCentre
      {
        exchange(Array(zip(base[first], base[second])), &arrangement)
      }
    }
  }

  private func exchangePeople(_ arrangement: inout CrewArrangement) {
    for first in problem.seats.indices where arrangement.personOfSeat[first] >= 0 {
      for second in (first + 1)..<max(first + 1, problem.seats.count)
      where problem.seats[first].team != problem.seats[second].team {
        exchange([(first, second)], &arrangement)
      }
    }
  }

  /// Exchanges the people of pairs of seats, and puts them back unless it is cheaper.
  private func exchange(_ pairs: [(Int, Int)], _ arrangement: inout CrewArrangement) {
    for (first, second) in pairs {
      let (a, b) = (arrangement.personOfSeat[first], arrangement.personOfSeat[second])
      guard a >= 0, b >= 0, problem.fits(a, problem.seats[second], strict: false),
        problem.fits(b, problem.seats[first], strict: false)
      else { return }
    }
    let before = arrangement.cost
    for pair in pairs { swap(pair, &arrangement) }
    guard arrangement.cost >= before else { return }
    for pair in pairs { swap(pair, &arrangement) }
  }

  private func swap(_ pair: (Int, Int), _ arrangement: inout CrewArrangement) {
    let a = arrangement.empty(pair.0)
    let b = arrangement.empty(pair.1)
    arrangement.put(b, into: pair.0)
    arrangement.put(a, into: pair.1)
  }

  private func replace(_ arrangement: inout CrewArrangement) {
    var free = Dictionary(
      grouping: problem.usable.filter { arrangement.seatOfPerson[$0] < 0 }
    ) { problem.province[$0] }
    for seat in problem.seats.indices where arrangement.personOfSeat[seat] >= 0 {
      let team = problem.seatsOfTeam[problem.seats[seat].team]
      let nearby = Set(
        team.map { arrangement.personOfSeat[$0] }.filter { $0 >= 0 }
          .map { problem.province[$0] })
      for province in nearby.sorted() {
        for place in free[province]?.indices ?? 0..<0 {
          guard let person = free[province]?[place],
            problem.fits(person, problem.seats[seat], strict: false)
          else { continue }
          let before = arrangement.cost
          let old = arrangement.empty(seat)
          arrangement.put(person, into: seat)
          if arrangement.cost < before {
            free[province]?.remove(at: place)
            free[problem.province[old], default: []].append(old)
            break
          }
          arrangement.empty(seat)
          arrangement.put(old, into: seat)
        }
      }
    }
  }
}
