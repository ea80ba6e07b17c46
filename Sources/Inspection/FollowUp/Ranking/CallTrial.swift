import CampaignData
public import Geo

/// Simulated teams of known diligence, to see whom the three-day call and the naive rules call about.
///
/// Half of the teams have easy ground, half hard; a tenth are lazy, a fifth good, the others ordinary,
/// who differ too. Chances are given too boldly, with errors, as planners' are; the first rounds are
/// the past from which the rule learns, lazy teams among them.
public struct CallTrial: Sendable {
  /// How a team works.
  public enum Inspector: String, Sendable, Hashable, CaseIterable {
    /// Finds more than ordinary teams.
    case good
    /// Ordinary.
    case mean
    /// Finds a share of what there is.
    case lazy
  }

  /// What is simulated.
  public struct Settings: Sendable, Hashable {
    /// Teams.
    public var teams = 290
    /// Rounds that are judged.
    public var rounds = 10
    /// Rounds before them from which the rule learns.
    public var pastRounds = 3
    /// Seed.
    public var seed: UInt64 = 1
    /// What a lazy team finds of what there is.
    public var lazyShare = 0.3
    /// The median chance of an easy and of a hard county's sites.
    public var easyChance = 0.12
    /// See ``easyChance``.
    public var hardChance = 0.03
    /// Shape of the spread between ordinary teams: a deviation of a quarter.
    public var shape = 16.0
    /// The call.
    public var call = CallSettings()

    /// Makes the settings.
    public init() {}
  }

  /// How often a rule called about teams of a kind within a round.
  public struct Row: Sendable, Hashable {
    /// The rule: `three_days`, `growing`, `none`, or `fewest` (matched, see ``matched``).
    public var rule: String
    /// The teams' diligence.
    public var inspector: Inspector
    /// Their ground.
    public var isEasy: Bool
    /// Called about, of all rounds of such teams; a matched rule's are fractions, see `rate`.
    public var called: Proportion
    /// The rate; for a matched rule with the chance that equal ones are called about.
    public var rate: Double
    /// The 95 % interval of the rate.
    public var interval: ClosedRange<Double>
  }

  /// The rows: by rule, diligence and ground.
  public let rows: [Row]
  /// Levels of the two calls: three days, and three to the longest.
  public let levels: (threeDays: Double, growing: Double)
  /// Mean days, from the round's first, until a lazy team is called about by each call.
  public let daysToCall: (threeDays: Double, growing: Double)

  private struct Outcome {
    let team: TrialTeam
    let three: Int?
    let growing: Int?
    /// The least number of problems in any run of the shortest length.
    let fewest: Int
  }

  /// Runs the trial.
  /// - Complexity: as ``FindingsCall`` for teams × rounds.
  public init(_ settings: Settings) {
    let ground = TrialGround(settings)
    let past = (0..<settings.pastRounds).flatMap { ground.visits(round: $0) }
    var three = settings.call
    three.longest = three.shortest
    let calls = (
      three: FindingsCall(past: past, settings: three),
      growing: FindingsCall(past: past, settings: settings.call)
    )
    levels = (calls.three.level, calls.growing.level)
    var outcomes: [Outcome] = []
    for number in settings.pastRounds..<(settings.pastRounds + settings.rounds) {
      let visits = ground.visits(round: number)
      let firsts = calls.three.firstCalls(of: visits)
      let growing = calls.growing.firstCalls(of: visits)
      let fewest = Self.fewest(visits, days: three.shortest)
      for (place, team) in ground.teams(round: number).enumerated() {
        let id = TrialGround.teamID(place)
        outcomes.append(
          Outcome(
            team: team, three: firsts[id] ?? nil, growing: growing[id] ?? nil,
            fewest: fewest[id] ?? 0))
      }
    }
    daysToCall = (Self.days(outcomes, \.three), Self.days(outcomes, \.growing))
    rows =
      Self.rows("three_days", outcomes) { $0.three == nil ? 0 : 1 }
      + Self.rows("growing", outcomes) { $0.growing == nil ? 0 : 1 }
      + Self.rows("none", outcomes) { $0.fewest == 0 ? 1 : 0 }
      + Self.matched("fewest_as_three_days", outcomes) { $0.three != nil }
      + Self.matched("fewest_as_growing", outcomes) { $0.growing != nil }
  }

  private static func days(_ outcomes: [Outcome], _ call: (Outcome) -> Int?) -> Double {
    let days = outcomes.filter { $0.team.inspector == .lazy }.compactMap(call)
    return days.reduce(0) { $0 + Double($1 + 1) } / Double(days.count)
  }

  /// The naive rule "at most so many problems in three days", as many and as often as gives ordinary
  /// teams the same false alarms as another rule.
  private static func matched(
    _ name: String, _ outcomes: [Outcome], as isCalled: (Outcome) -> Bool
  ) -> [Row] {
    let ordinary = outcomes.filter { $0.team.inspector == .mean }
    let allowed = ordinary.count(where: isCalled)
    var limit = 0
    while ordinary.count(where: { $0.fewest <= limit }) <= allowed, limit < 1000 { limit += 1 }
    let below = ordinary.count { $0.fewest < limit }
    let equal = ordinary.count { $0.fewest == limit }
    let part = equal == 0 ? 0 : Double(allowed - below) / Double(equal)
    return rows(name, outcomes) { $0.fewest < limit ? 1 : $0.fewest == limit ? part : 0 }
  }

  private static func rows(
    _ name: String, _ outcomes: [Outcome], chance: (Outcome) -> Double
  ) -> [Row] {
    Inspector.allCases.flatMap { inspector in
      [true, false].map { isEasy in
        let own = outcomes.filter { $0.team.inspector == inspector && $0.team.isEasy == isEasy }
        let sum = own.reduce(0) { $0 + chance($1) }
        let called = Proportion(Int(sum.rounded()), of: own.count)
        return Row(
          rule: name, inspector: inspector, isEasy: isEasy, called: called,
          rate: sum / Double(own.count), interval: called.interval)
      }
    }
  }

  private static func fewest(_ visits: [JudgedVisit], days length: Int) -> [String: Int] {
    Dictionary(grouping: visits, by: \.teamID).mapValues { own in
      let byDay = Dictionary(own.map { ($0.day, $0.problems) }, uniquingKeysWith: +)
      guard let first = byDay.keys.min(), let last = byDay.keys.max(), last - first >= length - 1
      else { return 0 }
      return (0...(last - first - length + 1)).map { start in
        (0..<length).reduce(0) { $0 + (byDay[first + start + $1] ?? 0) }
      }.min() ?? 0
    }
  }
}
