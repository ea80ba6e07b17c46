public import CampaignData

/// Gives people to cities, teams and roles, round by round.
///
/// The rules of the plan of 2018, section 7, are never broken: a seat that nobody may take stays
/// empty, and a proof says why. Of all ways to fill as many seats as can be filled the search seeks a
/// cheap one by ``CrewWeights``; ``CrewRoundPlan/bound`` says how cheap one could be at best. The same
/// input and seed give the same crews.
public struct CrewPlanner: Sendable {
  private let teams: [Team]
  private let people: [CrewCandidate]
  private let crews: [CrewMember]
  private let shares: [String: [String: Double]]
  private let rules: CrewRules
  private let calendar: RoundCalendar
  private let seed: UInt64

  /// - Parameters:
  ///   - crews: the seats of other rounds, which stay; those of the rounds planned are left out.
  ///   - shares: the share of each industry in the sites of an inspected city, by its code.
  public init(
    teams: [Team], people: [CrewCandidate], crews: [CrewMember],
    shares: [String: [String: Double]], rules: CrewRules,
    calendar: RoundCalendar = CampaignData.rounds, seed: UInt64
  ) {
    self.teams = teams
    self.people = people
    self.crews = crews
    self.shares = shares
    self.rules = rules
    self.calendar = calendar
    self.seed = seed
  }

  /// The share of each industry in the sites of each city, by its code; sites that are closed or
  /// whose industry is unknown count for nothing.
  public static func industryShares(
    _ sites: [(cityCode: String, industry: String)]
  ) -> [String: [String: Double]] {
    var counts: [String: [String: Int]] = [:]
    for site in sites { counts[site.cityCode, default: [:]][site.industry, default: 0] += 1 }
    return counts.mapValues { industries in
      let all = Double(industries.values.reduce(0, +))
      return industries.mapValues { Double($0) / all }
    }
  }

  /// Plans rounds that follow each other, the first first.
  public func plan(_ rounds: ClosedRange<Int>, knownAt moment: Moment) -> CrewPlan {
    let kept = crews.filter { !rounds.contains($0.round) }
    let before = CrewHistory(kept)
    var history = before
    var sent = sent(by: kept, before: rounds.lowerBound)
    var plans: [CrewRoundPlan] = []
    var missing: [(CrewSeat.Kind) -> Int] = []
    var free: [CrewRoundProblem] = []
    for round in rounds {
      let problem = problem(round, history, sent, experiencedBefore: rounds.lowerBound)
      let arrangement = arrange(problem)
      let plan = CrewRoundPlan(
        arrangement, stay: CrewStay(round: round, calendar: calendar), knownAt: moment)
      for seat in plan.members { history.add(seat) }
      for (place, count) in arrangement.sent.enumerated() {
        sent[problem.provinces[place], default: 0] += count
      }
      let proof = CrewProof(arrangement)
      missing.append { proof.missing(upTo: $0, strict: $0 != .open) }
      plans.append(plan)
      free.append(self.problem(round, before, [:], experiencedBefore: rounds.lowerBound))
    }
    return CrewPlan(rounds: plans, horizons: CrewHorizon.all(free, missing: missing))
  }

  private func arrange(_ problem: CrewRoundProblem) -> CrewArrangement {
    var arrangement =
      switch problem.rules.start {
      case .trios: TrioStart(problem).arrangement()
      case .people: PeopleStart(problem).arrangement()
      }
    SeatMatching(problem).fill(&arrangement)
    _ = CrewSearch(problem).improve(&arrangement)
    var other = arrangement
    CrewAnnealing(problem, seed: seed).improve(&other)
    _ = CrewSearch(problem).improve(&other)
    return other.cost < arrangement.cost ? other : arrangement
  }

  private func problem(
    _ round: Int, _ history: CrewHistory, _ sent: [String: Int], experiencedBefore first: Int
  ) -> CrewRoundProblem {
    CrewRoundProblem(
      round: round, teams: CrewTeam.all(teams, inRound: round, calendar: calendar),
      people: people, history: history, experiencedBefore: first, shares: shares, sent: sent,
      rules: rules, seed: seed)
  }

  private func sent(by crews: [CrewMember], before round: Int) -> [String: Int] {
    let provinces = Dictionary(
      people.compactMap { person in person.province.map { (person.person.id, $0) } },
      uniquingKeysWith: { $1 })
    var sent: [String: Int] = [:]
    for seat in crews where seat.round < round {
      if let province = provinces[seat.personID] { sent[province, default: 0] += 1 }
    }
    return sent
  }
}
