/// Begins with people one by one, each given to an inspected city at the least cost of trades and
/// rounds served; who shares a team follows from where they come from.
struct PeopleStart {
  private let problem: CrewRoundProblem

  init(_ problem: CrewRoundProblem) { self.problem = problem }

  /// Seats people city by city, those of one origin side by side.
  func arrangement() -> CrewArrangement {
    var arrangement = CrewArrangement(problem)
    let given = CapacityAssignment(
      costs: CrewBound.personCosts(problem), capacities: CrewBound.capacities(problem))
    for city in problem.cityCodes.indices {
      var here = problem.usable.indices.filter { given.place[$0] == city }
        .map { problem.usable[$0] }
      here.sort {
        (problem.origin[$0], $0) < (problem.origin[$1], $1)
      }
      for seat in problem.seats.indices
      where problem.cityOfTeam[problem.seats[seat].team] == city {
        guard
          let place = here.firstIndex(where: {
            problem.fits($0, problem.seats[seat], strict: true)
          })
        else { continue }
        arrangement.put(here.remove(at: place), into: seat)
      }
    }
    return arrangement
  }
}
