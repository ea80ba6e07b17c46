import CampaignData

/// Which teams may have which townships, before it is settled who has them.
struct AreaCandidates {
  /// For every township: the teams that may have it, ascending.
  let able: [[Int]]
  /// For every township: true if a team has it that cannot work.
  let isAbandoned: [Bool]
  /// For every township: the teams that were given it, ascending.
  let meant: [[Int]]

  /// A township may go to the teams of its county, else to those of its city without counties; if
  /// none of these can work, to all of the city that can.
  init(teams: [Team], townships: [Township], unable: Set<Int>) {
    var byCounty: [String: [Int]] = [:]
    var freeByCity: [String: [Int]] = [:]
    var ableByCity: [String: [Int]] = [:]
    for (index, team) in teams.enumerated() {
      if !unable.contains(index) { ableByCity[team.cityCode, default: []].append(index) }
      if team.countyCodes.isEmpty {
        freeByCity[team.cityCode, default: []].append(index)
      } else {
        for county in Set(team.countyCodes.flatMap(Self.codes)) {
          byCounty[county, default: []].append(index)
        }
      }
    }
    var able: [[Int]] = []
    var isAbandoned: [Bool] = []
    var all: [[Int]] = []
    for township in townships {
      let given = Set(Self.codes(of: township.countyCode).flatMap { byCounty[$0] ?? [] })
      let meant = given.isEmpty ? freeByCity[township.cityCode] ?? [] : Array(given)
      all.append(meant.sorted())
      let working = meant.filter { !unable.contains($0) }.sorted()
      isAbandoned.append(working.isEmpty && !meant.isEmpty)
      able.append(
        working.isEmpty && !meant.isEmpty ? ableByCity[township.cityCode] ?? [] : working)
    }
    meant = all
    self.able = able
    self.isAbandoned = isAbandoned
  }

  /// A county's code and those of August 2018 that it stands for: teams and borders may be of
  /// different years.
  private static func codes(of county: String) -> [String] {
    guard case .recoded(_, let recoding) = CampaignData.counties.resolve(county) else {
      return [county]
    }
    return [county] + recoding.countyCodes
  }
}
