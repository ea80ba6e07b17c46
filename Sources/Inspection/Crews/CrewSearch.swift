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
        arrangement.exchange(Array(zip(base[first], base[second])), below: arrangement.cost)
      }
    }
  }

  private func exchangePeople(_ arrangement: inout CrewArrangement) {
    for first in problem.seats.indices where arrangement.personOfSeat[first] >= 0 {
      for second in (first + 1)..<max(first + 1, problem.seats.count)
      where problem.seats[first].team != problem.seats[second].team {
        arrangement.exchange([(first, second)], below: arrangement.cost)
      }
    }
  }

  private func replace(_ arrangement: inout CrewArrangement) {
    var free = Dictionary(
      grouping: problem.usable.filter { arrangement.seatOfPerson[$0] < 0 }
    ) { problem.province[$0] }
    for seat in problem.seats.indices where arrangement.personOfSeat[seat] >= 0 {
      let team = problem.seatsOfTeam[problem.seats[seat].team]
      let mates = team.map { arrangement.personOfSeat[$0] }.filter { $0 >= 0 }
      for province in Set(mates.map { problem.province[$0] }).sorted() {
        for (place, person) in (free[province] ?? []).enumerated() {
          let old = arrangement.replace(seat, by: person, below: arrangement.cost)
          guard let old else { continue }
          free[province]?.remove(at: place)
          free[problem.province[old], default: []].append(old)
          break
        }
      }
    }
  }
}
