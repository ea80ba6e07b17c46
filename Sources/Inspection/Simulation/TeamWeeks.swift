/// What teams found week by week, to tell how far their order lasts.
struct TeamWeeks: Sendable {
  /// A team's week.
  struct Tally: Sendable {
    var visits = 0
    var problems = 0
    var expected = 0.0

    var rate: Double { Double(problems) / Double(visits) }
    /// Problems beyond what was expected, by visit.
    var excess: Double { (Double(problems) - expected) / Double(visits) }

    static func + (one: Tally, other: Tally) -> Tally {
      Tally(
        visits: one.visits + other.visits, problems: one.problems + other.problems,
        expected: one.expected + other.expected)
    }
  }

  /// For each week of the round: tallies by team.
  private(set) var weeks: [[String: Tally]] = []
  /// Of the round before, by team.
  private var before: [String: Tally] = [:]

  mutating func beginRound() {
    before = total
    weeks = []
  }

  mutating func add(_ visits: [SimulatedVisit]) {
    var tallies: [String: Tally] = [:]
    for one in visits where !one.isRecheck {
      tallies[one.visit.teamID, default: Tally()].visits += 1
      tallies[one.visit.teamID]?.expected += one.chance
      if one.isHit { tallies[one.visit.teamID]?.problems += 1 }
    }
    weeks.append(tallies)
  }

  private var total: [String: Tally] {
    weeks.reduce(into: [:]) { $0.merge($1) { $0 + $1 } }
  }

  /// The correlations of the round, given what each team's crew sees.
  func stability(skill: (String) -> Double) -> RoundOutcome.Stability {
    var stability = RoundOutcome.Stability()
    let all = total
    if weeks.count == 2 {
      stability.raw = Self.correlation(weeks[0], weeks[1], \.rate)
      stability.adjusted = Self.correlation(weeks[0], weeks[1], \.excess)
    }
    stability.lastRound = Self.correlation(before, all, \.rate)
    let teams = all.keys.sorted()
    let skills = teams.map(skill)
    let tallies = teams.compactMap { all[$0] }
    stability.skill = RankCorrelation.spearman(tallies.map(\.rate), skills)
    stability.adjustedSkill = RankCorrelation.spearman(tallies.map(\.excess), skills)
    return stability
  }

  private static func correlation(
    _ one: [String: Tally], _ other: [String: Tally], _ score: (Tally) -> Double
  ) -> Double {
    let pairs = one.keys.sorted().compactMap { team in
      one[team].flatMap { left in other[team].map { (score(left), score($0)) } }
    }
    return RankCorrelation.spearman(pairs.map(\.0), pairs.map(\.1))
  }
}
