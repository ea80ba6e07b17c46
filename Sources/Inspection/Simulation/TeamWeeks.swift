import CampaignData
import Geo

/// What teams did week by week, ranked as the week's list is, to tell how far their order lasts.
struct TeamWeeks: Sendable {
  /// The accounts of the round's weeks, by team.
  private var weeks: [[String: UnitWork]] = []
  /// The ranking of the round before.
  private var before: Ranking?
  /// The accounts of the newest weeks, from which it is learnt how far teams differ.
  private var history: [UnitWork] = []
  private let rules = RankingRules()
  private let serviceMinutes: Double

  private static let memory = 12 * 300
  private static let top = CampaignData.settings.integer("praised_teams") ?? 10

  init(serviceMinutes: Int) {
    self.serviceMinutes = Double(serviceMinutes)
  }

  mutating func beginRound() {
    weeks = []
  }

  /// Adds a week's visits and the minutes that each team drove.
  mutating func add(_ visits: [SimulatedVisit], driving: [String: Double]) {
    let worth = SimulatedSeverity.worth(rules).mean
    var accounts: [String: UnitWork] = [:]
    for one in visits where !one.isRecheck {
      let team = one.visit.teamID
      var account = accounts[team] ?? UnitWork(key: team)
      account.visits += 1
      account.expected += one.chance * worth
      if let severity = one.severity, one.isHit {
        account.problems += 1
        account.serious += severity == "serious" ? 1 : 0
        account.points += SimulatedSeverity.points(of: severity, rules)
      }
      accounts[team] = account
    }
    for (team, minutes) in driving { accounts[team]?.drivingMinutes = minutes }
    weeks.append(accounts)
    history = Array(
      (history + accounts.keys.sorted().compactMap { accounts[$0] }).suffix(Self.memory))
  }

  private func ranking(_ accounts: [String: UnitWork]) -> Ranking {
    Ranking(
      accounts.keys.sorted().compactMap { accounts[$0] }, history: history,
      spread: SimulatedSeverity.worth(rules).spread, top: Self.top,
      serviceMinutes: serviceMinutes, rules: rules)
  }

  /// The correlations of the round as it ends, given what each team's crew sees.
  mutating func stability(skill: (String) -> Double) -> RoundOutcome.Stability {
    var stability = RoundOutcome.Stability()
    if weeks.count == 2 {
      stability.weeks = RankStability(ranking(weeks[0]), ranking(weeks[1]))
    }
    var all: [String: UnitWork] = [:]
    for week in weeks {
      for (team, account) in week { all[team, default: UnitWork(key: team)].add(account) }
    }
    let ranking = ranking(all)
    if let before { stability.rounds = RankStability(before, ranking) }
    before = ranking
    guard ranking.units.count >= 3 else { return stability }
    let skills = ranking.units.map { skill($0.key) }
    stability.countsBySkill = RankCorrelation.spearman(ranking.units.map(\.problems), skills)
    stability.shrunkBySkill = RankCorrelation.spearman(ranking.units.map(\.shrunk), skills)
    return stability
  }
}
