import CampaignData
import Inspection

/// How one city stands on one day of a plan.
public struct CityStanding: Sendable, Hashable {
  /// Six-digit code.
  public var code: String
  /// Chinese name.
  public var nameZH: String
  /// English name.
  public var nameEN: String
  /// Teams in the city.
  public var teams = 0
  /// Stops on the day.
  public var targets = 0
  /// Townships visited at least once in the campaign.
  public var visitedEver = 0
  /// Townships visited at least once in this round.
  public var visitedInRound = 0
  /// Townships with a planned stop in the rest of the round.
  public var planned = 0
  /// Townships visited in this round or planned.
  public var covered = 0
  /// Townships in all.
  public var townships = 0
  /// Problems to expect on the day: the sum of the stops' chances.
  public var expected = 0.0

  /// Makes an empty standing.
  init(code: String) {
    self.code = code
    nameZH = CityNames.name(code, in: .zh)
    nameEN = CityNames.name(code, in: .en)
  }

  mutating func add(_ other: CityStanding) {
    teams += other.teams
    targets += other.targets
    visitedEver += other.visitedEver
    visitedInRound += other.visitedInRound
    planned += other.planned
    covered += other.covered
    townships += other.townships
    expected += other.expected
  }

  mutating func add(_ township: TownshipCoverage) {
    townships += 1
    if township.visitsEver > 0 { visitedEver += 1 }
    if township.visitsInRound > 0 { visitedInRound += 1 }
    if township.planned > 0 { planned += 1 }
    if township.isCovered { covered += 1 }
  }

  mutating func add(_ day: TeamDay) {
    targets += day.stops.count
    for stop in day.stops { expected += stop.target.chance }
  }
}
