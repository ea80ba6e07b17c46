import Geo

/// Townships to be shared out among teams: all that the division needs to know, as numbers.
struct AreaProblem: Sendable {
  /// For every township: the teams that may have it, ascending.
  let candidates: [[Int]]
  /// For every township: those that it hangs together with, ascending.
  let neighbours: [[Int]]
  /// For every township: its team where that is settled beforehand.
  let settled: [Int?]
  /// For every township: the visits that a round may make there.
  let visits: [Double]
  /// For every township: its middle, longitude and latitude.
  let centres: [Coordinate]
  /// For every team: its base.
  let bases: [Coordinate]
  /// For every team: its visits a day.
  let dailyVisits: [Double]
  /// Hours of a visit, the way from the stop before included.
  let visitHours: Double
  /// Hours of a kilometre as the crow flies.
  let hoursPerKilometre: Double

  var teams: Int { bases.count }

  /// Hours that a township costs a team in a round: its visits, and their part of the days' ways
  /// from the base and back.
  func hours(_ township: Int, _ team: Int) -> Double {
    let way = greatCircleDistance(bases[team], centres[township]) / 1000 * hoursPerKilometre
    return visits[township] * (visitHours + 2 * way / max(1, dailyVisits[team]))
  }

  /// The load of each team per visit of a day, so that a team that makes more takes more.
  func loads(_ owner: [Int?]) -> [Double] {
    var loads = [Double](repeating: 0, count: teams)
    for case (let township, let team?) in owner.enumerated() {
      loads[team] += hours(township, team) / max(1, dailyVisits[team])
    }
    return loads
  }
}
