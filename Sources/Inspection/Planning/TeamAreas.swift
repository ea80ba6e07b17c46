import CampaignData
import Geo

/// Which team has which townships.
///
/// A team has the townships of its counties; a team without counties shares those of its city that
/// no other team was given. Townships that several teams may have are split between them: each
/// goes to the nearest base whose team has not its equal share yet.
struct TeamAreas: Sendable {
  /// For every township: index of its team, or nil.
  let teamOfTownship: [Int?]
  /// For every team: its townships, ascending.
  let townshipsOfTeam: [[Int]]

  init(teams: [Team], townships: [Township]) {
    let candidates = Self.candidates(teams: teams, townships: townships)
    var owner = candidates.map { $0.count == 1 ? $0[0] : nil }
    var load = [Int](repeating: 0, count: teams.count)
    for case let team? in owner { load[team] += 1 }

    let centres = townships.map { $0.area.representativePoint ?? Coordinate(.nan, .nan) }
    for shared in Self.sharedTownships(candidates) {
      let pairs = Self.nearestFirst(shared, candidates, centres, teams)
      let share = Self.equalShare(of: shared, candidates: candidates, load: load)
      // First up to the equal share, then one more each; a team that was given more than its share
      // alone leaves a rest, which goes to whoever has least.
      for limit in [share, share + 1] {
        for (township, team) in pairs where owner[township] == nil && load[team] < limit {
          owner[township] = team
          load[team] += 1
        }
      }
      for township in shared where owner[township] == nil {
        guard let team = candidates[township].min(by: { (load[$0], $0) < (load[$1], $1) }) else {
          continue
        }
        owner[township] = team
        load[team] += 1
      }
    }
    teamOfTownship = owner
    var areas = [[Int]](repeating: [], count: teams.count)
    for (township, team) in owner.enumerated() {
      if let team { areas[team].append(township) }
    }
    townshipsOfTeam = areas
  }

  /// For every township: the teams that may have it, ascending.
  private static func candidates(teams: [Team], townships: [Township]) -> [[Int]] {
    var byCounty: [String: [Int]] = [:]
    var freeByCity: [String: [Int]] = [:]
    for (index, team) in teams.enumerated() {
      if team.countyCodes.isEmpty {
        freeByCity[team.cityCode, default: []].append(index)
      } else {
        for county in Set(team.countyCodes.flatMap(Self.codes)) {
          byCounty[county, default: []].append(index)
        }
      }
    }
    return townships.map { township in
      let teams = Set(Self.codes(of: township.countyCode).flatMap { byCounty[$0] ?? [] })
      return (teams.isEmpty ? freeByCity[township.cityCode] ?? [] : Array(teams)).sorted()
    }
  }

  /// A county's code and those of August 2018 that it stands for: teams and borders may be of
  /// different years.
  private static func codes(of county: String) -> [String] {
    guard case .recoded(_, let recoding) = CampaignData.counties.resolve(county) else {
      return [county]
    }
    return [county] + recoding.countyCodes
  }

  /// Townships with several teams, in groups that have the same teams; in order of their first.
  private static func sharedTownships(_ candidates: [[Int]]) -> [[Int]] {
    var groups: [[Int]: [Int]] = [:]
    for (township, teams) in candidates.enumerated() where teams.count > 1 {
      groups[teams, default: []].append(township)
    }
    return groups.values.sorted { $0[0] < $1[0] }
  }

  /// The number of townships, those given alone included, up to which a team takes shared ones.
  private static func equalShare(of shared: [Int], candidates: [[Int]], load: [Int]) -> Int {
    guard let first = shared.first else { return 0 }
    let teams = candidates[first]
    let total = shared.count + teams.reduce(0) { $0 + load[$1] }
    return total / teams.count
  }

  private static func nearestFirst(
    _ shared: [Int], _ candidates: [[Int]], _ centres: [Coordinate], _ teams: [Team]
  ) -> [(township: Int, team: Int)] {
    let pairs = shared.flatMap { township in
      candidates[township].map { team in
        (
          distance: Geodesic.distance(teams[team].base, centres[township]),
          township: township, team: team
        )
      }
    }
    return pairs.sorted {
      ($0.distance, $0.township, $0.team) < ($1.distance, $1.township, $1.team)
    }.map { ($0.township, $0.team) }
  }
}
