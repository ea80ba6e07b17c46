/// What a unit did in a period, before it is compared with others.
public struct UnitWork: Sendable, Hashable {
  /// Its key.
  public var key: String
  /// Visits; parts where a team counts for several senders.
  public var visits = 0.0
  /// Problems found.
  public var problems = 0.0
  /// Those called serious.
  public var serious = 0.0
  /// Those that the office sent back.
  public var returned = 0.0
  /// Points found.
  public var points = 0.0
  /// Points to be expected.
  public var expected = 0.0
  /// Days on which a team worked.
  public var teamDays = 0.0
  /// Minutes of driving, by positions in order of time.
  public var drivingMinutes = 0.0

  /// Makes an empty account.
  public init(key: String) { self.key = key }

  /// Adds another account, or a share of it.
  public mutating func add(_ other: UnitWork, share: Double = 1) {
    visits += share * other.visits
    problems += share * other.problems
    serious += share * other.serious
    returned += share * other.returned
    points += share * other.points
    expected += share * other.expected
    teamDays += share * other.teamDays
    drivingMinutes += share * other.drivingMinutes
  }

  /// The accounts of visits by a key, ascending.
  ///
  /// - Parameters:
  ///   - driving: Minutes of driving by team and day; none where they are not asked for.
  public static func accounts(
    of visits: [JudgedVisit], calibration: ChanceCalibration, driving: [TeamDriving] = [],
    by key: (JudgedVisit) -> String
  ) -> [UnitWork] {
    var accounts: [String: UnitWork] = [:]
    var days: [String: Set<TeamDate>] = [:]
    let worth = calibration.meanWorth
    for visit in visits {
      let unit = key(visit)
      guard !unit.isEmpty else { continue }
      var account = accounts[unit] ?? UnitWork(key: unit)
      account.visits += 1
      account.problems += Double(visit.problems)
      account.serious += Double(visit.serious)
      account.returned += Double(visit.returned)
      account.points += visit.points
      account.expected += calibration.chance(of: visit) * worth
      accounts[unit] = account
      days[unit, default: []].insert(TeamDate(teamID: visit.teamID, day: visit.day))
    }
    let minutes = Dictionary(driving.map { ($0.date, $0.minutes) }) { first, _ in first }
    return accounts.keys.sorted().compactMap { unit in
      accounts[unit].map { account in
        var account = account
        let own = days[unit] ?? []
        account.teamDays = Double(own.count)
        account.drivingMinutes = own.sorted().reduce(0) { $0 + (minutes[$1] ?? 0) }
        return account
      }
    }
  }
}
