import CampaignData
import Geo

/// The visits of past rounds: every team, every day, a few townships, a dozen sites.
///
/// Teams then chose by kind, ledger and hot cell, and mostly a township not yet seen in the round;
/// they did not follow complaints or electricity, so the outcomes do not depend on that evidence.
struct PastVisits {
  let teams: [DemoTeam]
  let rounds: [CampaignRound]
  /// For every township its sites, by index, and how likely each is chosen.
  private let sitesOfTownship: [[Int]]
  private let choices: [WeightedChoice]
  private let density: Double

  init(
    teams: [DemoTeam], rounds: [CampaignRound], sites: [DemoSite], townships: Int, density: Double
  ) {
    self.teams = teams
    self.rounds = rounds
    self.density = density
    var grouped = [[Int]](repeating: [], count: townships)
    for (index, site) in sites.enumerated() { grouped[site.township].append(index) }
    sitesOfTownship = grouped
    choices = grouped.map { members in WeightedChoice(members.map { Self.weight(sites[$0]) }) }
  }

  private static func weight(_ site: DemoSite) -> Double {
    let kind =
      switch site.kind {
      case .firm, .boiler: 1.0
      case .kiln, .mine, .port: 1.3
      case .buildingSite: 0.9
      case .village: 0.6
      case .field: 0.35
      }
    return kind * (site.ledger == nil ? 1 : 1.7) * (site.hotCell == nil ? 1 : 1.25)
      * (site.isShut ? 0.35 : 1)
  }

  /// All visits by round, day, team and hour.
  func visits(seed: UInt64) -> [PastVisit] {
    var visits: [PastVisit] = []
    for round in rounds {
      var random = DemoRandom(seed: seed, stream: "visits", number: round.number)
      var visited: Set<Int> = []
      var seen = Set<Int>()
      for day in 0..<round.length {
        for team in teams.indices {
          // Eight to sixteen a day, twelve on average.
          let count = random.rounded(density * Double(8 + random.below(5) + random.below(5)))
          let chosen = choose(count, by: teams[team], &visited, &seen, &random)
          for (order, site) in chosen.enumerated() {
            let moment = Moment(round.firstDay + day, hour: 8, minute: 20 + order * 36)
            visits.append(
              PastVisit(
                site: site, team: team, round: round.number,
                visitedAt: moment.adding(seconds: random.below(1200))))
          }
        }
      }
    }
    return visits
  }

  /// A day's sites, not yet visited in the round: two or three townships, more where these have too
  /// few.
  private func choose(
    _ count: Int, by team: DemoTeam, _ visited: inout Set<Int>, _ seen: inout Set<Int>,
    _ random: inout DemoRandom
  ) -> [Int] {
    let townships = WeightedChoice(
      team.townships.map { township in
        let size = Double(sitesOfTownship[township].count).squareRoot()
        return size == 0 ? 0 : (seen.contains(township) ? 0.25 : 1) * (size + 2)
      })
    guard townships.total > 0 else { return [] }
    let share = (count + 2) / (2 + random.below(2))
    var chosen: [Int] = []
    for _ in 0..<8 where chosen.count < count {
      let township = team.townships[townships.draw(&random)]
      var wanted = min(share, count - chosen.count)
      for _ in 0..<4 * wanted where wanted > 0 {
        let site = sitesOfTownship[township][choices[township].draw(&random)]
        guard visited.insert(site).inserted else { continue }
        chosen.append(site)
        seen.insert(township)
        wanted -= 1
      }
    }
    return chosen
  }
}
