internal import CampaignData

extension CrewRoundPlan {
  /// What an arrangement comes to.
  init(
    _ arrangement: CrewArrangement, stay: CrewStay?, knownAt moment: Moment
  ) {
    let problem = arrangement.problem
    let taken = problem.seats.indices.filter { arrangement.personOfSeat[$0] >= 0 }
    let teams = problem.seatsOfTeam.map { seats in
      seats.map { arrangement.personOfSeat[$0] }.filter { $0 >= 0 && problem.province[$0] >= 0 }
    }.filter { !$0.isEmpty }
    let cities = problem.cityCodes.indices
    let inexperienced = problem.seats.indices.count(where: arrangement.isInexperienced)
    let empty = problem.seats.count - taken.count
    let fixed =
      empty * CrewArrangement.emptyCost + inexperienced * CrewArrangement.inexperiencedCost
    self.init(
      round: problem.round, teams: problem.teams.count, seats: problem.seats.count,
      members: taken.map { seat in
        CrewMember(
          round: problem.round, teamID: problem.teams[problem.seats[seat].team].id,
          personID: problem.people[arrangement.personOfSeat[seat]].person.id,
          role: problem.seats[seat].role, arrivesOn: stay?.arrivesOn, leavesOn: stay?.leavesOn,
          knownAt: moment)
      },
      shortages: CrewProof(arrangement).shortages(),
      teamsOfOneCity: teams.count { Set($0.map { problem.origin[$0] }).count == 1 },
      teamsOfOneProvince: teams.count { Set($0.map { problem.province[$0] }).count == 1 },
      provincesPerCity: Double(cities.reduce(0) { $0 + arrangement.provinces(inCity: $1) })
        / Double(max(1, cities.count)),
      cost: Double(arrangement.cost - fixed) / 1000,
      bound: Double(CrewBound(problem, empty: empty).total) / 1000)
  }
}
