import CampaignData
import Geo

/// Which team has which townships.
///
/// A team has the townships of its counties; a team without counties shares those of its city that
/// no other team was given. Townships that several teams may have are divided into areas that hang
/// together, are compact and cost their teams about as many hours (``AreaGrowth``,
/// ``AreaAssignment``, ``AreaExchange``). The townships of a team that cannot work go to the others of its city.
struct TeamAreas: Sendable {
  /// For every township: index of its team, or nil.
  let teamOfTownship: [Int?]
  /// For every team: its townships, ascending.
  let townshipsOfTeam: [[Int]]
  /// For every township: true if the team that it was given to cannot work.
  let isAbandoned: [Bool]
  /// For every township: the teams that were given it, whether they can work or not.
  let meant: [[Int]]
  /// How good the division is; nil where nothing was to be divided.
  let measures: AreaMeasures?

  /// Divides the townships.
  ///
  /// - Parameters:
  ///   - teams: the teams.
  ///   - townships: the townships.
  ///   - sites: for every township: how many sites it has; none: all alike.
  ///   - unable: teams that cannot work.
  ///   - held: townships whose team is known from an earlier plan; they stay with it if it may
  ///     still have them.
  ///   - effort: what a visit and a way cost.
  init(
    teams: [Team], townships: [Township], sites: [Int] = [], unable: Set<Int> = [],
    held: [Int: Int] = [:], effort: AreaEffort = .usual
  ) {
    let candidates = AreaCandidates(teams: teams, townships: townships, unable: unable)
    isAbandoned = candidates.isAbandoned
    meant = candidates.meant
    var owner = candidates.able.map { $0.count == 1 ? $0[0] : nil }
    for (township, team) in held where candidates.able[township].contains(team) {
      owner[township] = team
    }
    var measures: AreaMeasures?
    if owner.indices.contains(where: { owner[$0] == nil && !candidates.able[$0].isEmpty }) {
      let problem = effort.problem(
        teams: teams, townships: townships, sites: sites, candidates: candidates.able,
        settled: owner)
      owner = Self.divided(problem)
      measures = AreaMeasures(problem, owner: owner)
    }
    self.measures = measures
    teamOfTownship = owner
    var areas = [[Int]](repeating: [], count: teams.count)
    for (township, team) in owner.enumerated() {
      if let team { areas[team].append(township) }
    }
    townshipsOfTeam = areas
  }

  /// Mends two first divisions, and takes of each cluster of teams the better one: handicaps suit
  /// bases that are apart, growth those that are not.
  private static func divided(_ problem: AreaProblem) -> [Int?] {
    var growth = AreaGrowth(problem)
    var grown = AreaExchange(problem, owner: growth.run())
    var assigned = AreaExchange(problem, owner: AreaAssignment(problem).run())
    grown.run()
    assigned.run()
    let (one, other) = (grown.costs, assigned.costs)
    let clusters = AreaClusters(problem).clusterOfTeam
    return problem.candidates.indices.map { township in
      guard let team = problem.candidates[township].first else { return nil }
      let cluster = clusters[team]
      let isGrown = one[cluster, default: 0] <= other[cluster, default: 0]
      return isGrown ? grown.owner[township] : assigned.owner[township]
    }
  }
}
