import CampaignData

/// What other ways of choosing sites would find in a week, on the truth as the week begins.
///
/// Roads, days and townships bind none of them; each looks where the plan could have looked.
struct BaselineProbe {
  let targets: TargetList
  let facts: Facts
  let siteCells: [Int32]
  let life: DemoLife
  /// Cities with teams.
  private let cities: Set<String>

  init(snapshot: Snapshot, targets: TargetList, life: DemoLife) {
    self.targets = targets
    facts = snapshot.facts
    siteCells = snapshot.siteCells
    self.life = life
    cities = Set(snapshot.facts.teams.map(\.cityCode))
  }

  /// Sites in the townships of cities with teams, with whether each lies in a hot cell.
  private func sites() -> [(site: Int, isHot: Bool)] {
    let hasTeam = facts.townships.map { cities.contains($0.cityCode) }
    return facts.sites.indices.compactMap { site in
      let township = Int(targets.townships[site])
      guard township >= 0, hasTeam[township] else { return nil }
      let cell = Int(siteCells[site])
      return (site, cell >= 0 && facts.cells[cell].isHot)
    }
  }

  /// Finds by visit of each way, for so many visits; and the part of sites that violate.
  func run(visits: Int) -> (baselines: RoundOutcome.Baselines, violating: Double) {
    let sites = sites()
    let hot = sites.filter(\.isHot).map(\.site)
    let seen = life.truth.rules.meanSight
    func rate(_ sites: some Collection<Int>) -> Double {
      let finds = sites.reduce(0) { $0 + (life.truth.isToBeFound($1) ? 1 : 0) }
      return seen * Double(finds) / Double(max(1, sites.count))
    }
    var baselines = RoundOutcome.Baselines()
    baselines.random = rate(sites.map(\.site))
    baselines.hotCells = rate(hot)
    let best = hot.sorted {
      (-targets.chances[$0], $0) < (-targets.chances[$1], $1)
    }.prefix(visits)
    baselines.highest = rate(best)
    baselines.highestTownships = Set(best.map { targets.townships[$0] }).count
    let violating = sites.reduce(0) { $0 + (life.truth.violates($1.site) ? 1 : 0) }
    return (baselines, Double(violating) / Double(max(1, sites.count)))
  }
}
