import CampaignData
import Dispatch
import Geo

/// Draws every team's random share of a round.
///
/// Of the sites in a team's townships about `random_share` times its visits are drawn, with
/// probabilities in proportion to their ``IndependentSizes`` (``DrawProbabilities``), by correlated
/// Poisson sampling on the round's tickets. Sites known independently and those known only locally are
/// drawn apart: the number of the latter is their expected one, rounded up or down.
struct RoundLottery {
  /// The sites drawn.
  let draw: RoundDraw
  /// For every site of the snapshot: its probability; 0 where no team that draws has its township.
  let probabilities: [Double]

  /// - Parameters:
  ///   - visits: for every team: its visits in the round.
  ///   - tickets: the round's.
  init(
    round: Int, snapshot: Snapshot, targets: TargetList, areas: TeamAreas, visits: [Int],
    settings: PlanSettings, tickets: Tickets
  ) throws {
    let facts = snapshot.facts
    let sizes = try IndependentSizes(targets)
    var sitesOfTeam = [[Int]](repeating: [], count: facts.teams.count)
    for (site, township) in snapshot.siteTownships.enumerated()
    where township >= 0 && targets.planes[site].isFinite {
      if let team = areas.teamOfTownship[Int(township)] { sitesOfTeam[team].append(site) }
    }
    let teams = facts.teams.indices.map { team in
      TeamLottery(
        count: Int((settings.randomShare * Double(visits[team])).rounded()),
        localShare: settings.localShare, sites: sitesOfTeam[team], facts: facts,
        sizes: sizes.values, planes: targets.planes, tickets: tickets)
    }
    var results = [TeamLottery.Result](repeating: .init(), count: teams.count)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: teams.count) { output[$0] = teams[$0].result() }
    }
    var probabilities = [Double](repeating: 0, count: facts.sites.count)
    var drawn: [DrawnSite] = []
    for (team, result) in results.enumerated() {
      for (site, probability) in result.probabilities { probabilities[site] = probability }
      drawn += result.drawn.map { site in
        DrawnSite(
          siteID: facts.sites[site].id, teamID: facts.teams[team].id,
          probability: probabilities[site])
      }
    }
    self.probabilities = probabilities
    draw = RoundDraw(round: round, drawnAsOf: snapshot.asOf, sites: drawn)
  }
}
