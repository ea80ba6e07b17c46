public import CampaignData
import Dispatch
public import Geo

/// The three-day call: which teams found clearly less, for days running, than their own sites would
/// have given.
///
/// For each run of days up to a day, the exact chance that an ordinary team finds no more points at
/// the very sites that were visited (`PoissonBinomial`), averaged over how teams differ anyway
/// (`GammaPoisson` on past rounds). The least of these chances is compared with a level at which a
/// stated part of ordinary teams is called about in a round: many overlapping runs are looked at, so
/// the level is found by simulating the past rounds' own visits with ordinary teams.
///
/// Source: the plan of 2018, section 10.4.
public struct FindingsCall: Sendable {
  /// A team's day with its lowest run of days.
  public struct Finding: Sendable, Hashable {
    /// The team.
    public var teamID: String
    /// The days of the run.
    public var days: ClosedRange<CalendarDate>
    /// Visits in it.
    public var visits: Int
    /// Points found in it, in whole quarters.
    public var points: Double
    /// Points to be expected.
    public var expected: Double
    /// The chance that an ordinary team finds no more.
    public var chance: Double
    /// True if the chance is at most the level.
    public var isCalled: Bool
    /// Points of the shortest run, which the naive rule looks at.
    public var shortestPoints: Double
  }

  /// How chances were corrected.
  public let calibration: ChanceCalibration
  /// How teams differed in past rounds, by hits; nil without any.
  public let spread: GammaPoisson?
  /// At most this chance leads to a call.
  public let level: Double
  /// Simulated teams' rounds with a call, of all simulated.
  public let simulated: Proportion
  /// The settings.
  public let settings: CallSettings

  private let units: PointUnits
  private let skills: TeamSkills

  /// Learns from past visits and finds the level.
  /// - Complexity: O(team rounds × days × visits × points), and the simulation.
  public init(past: [JudgedVisit], settings: CallSettings) {
    let calibration = ChanceCalibration(past)
    let units = PointUnits(calibration)
    let rounds = RoundWork.all(
      of: past, calibration: calibration, units: units,
      through: past.map(\.day).max() ?? CalendarDate(daysSince1970: 0))
    let work = UnitWork.accounts(of: past, calibration: calibration) {
      "\($0.teamID)\u{1F}\($0.round)"
    }
    let worth = calibration.meanWorth
    let hits = Dictionary(
      past.map { ("\($0.teamID)\u{1F}\($0.round)", $0.isHit ? 1.0 : 0) }, uniquingKeysWith: +)
    let spread = GammaPoisson(
      counts: work.map { hits[$0.key] ?? 0 }, expected: work.map { $0.expected / max(worth, 1e-9) })
    let skills = TeamSkills(spread?.shape)
    let simulation = CallSimulation(
      rounds, skills: skills, units: units, settings: settings)
    level = simulation.level
    simulated = simulation.called
    self.calibration = calibration
    self.units = units
    self.spread = spread
    self.skills = skills
    self.settings = settings
  }

  /// The teams of a day's round, lowest chance first; teams without a run of days are left out.
  ///
  /// - Parameters:
  ///   - visits: Those of the round at least; only the round's days up to the day count.
  public func findings(on day: CalendarDate, visits: [JudgedVisit]) -> [Finding] {
    guard let round = CampaignData.rounds.containing(day) else { return [] }
    let own = visits.filter { $0.round == round.number }
    let counts = Dictionary(
      own.map { (TeamDate(teamID: $0.teamID, day: $0.day), 1) }, uniquingKeysWith: +)
    let teams = RoundWork.all(of: own, calibration: calibration, units: units, through: day)
    return teams.compactMap { team -> Finding? in
      let last = day - round.firstDay
      guard let low = lowest(team, on: last) else { return nil }
      let days = (round.firstDay + low.days.lowerBound)...day
      let shortest = max(0, last - settings.shortest + 1)...last
      return Finding(
        teamID: team.teamID, days: days,
        visits: (0...(days.upperBound - days.lowerBound)).reduce(0) {
          $0 + (counts[TeamDate(teamID: team.teamID, day: days.lowerBound + $1)] ?? 0)
        },
        points: Double(team.found[low.days].reduce(0, +)) / PointUnits.perPoint,
        expected: low.expected / PointUnits.perPoint, chance: low.chance,
        isCalled: low.chance <= level,
        shortestPoints: Double(team.found[shortest].reduce(0, +)) / PointUnits.perPoint)
    }.sorted { ($0.chance, $0.teamID) < ($1.chance, $1.teamID) }
  }

  /// The first day of the round, by its place, on which each team would have been called about.
  ///
  /// Nil: on none. All visits are of one round.
  func firstCalls(of visits: [JudgedVisit]) -> [String: Int?] {
    guard let last = visits.map(\.day).max() else { return [:] }
    let teams = RoundWork.all(of: visits, calibration: calibration, units: units, through: last)
    var firsts = [Int?](repeating: nil, count: teams.count)
    firsts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: teams.count) { number in
        let team = teams[number]
        output[number] = team.trials.indices.first { day in
          (lowest(team, on: day)?.chance ?? 1) <= level
        }
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(teams.map(\.teamID), firsts))
  }

  private func lowest(
    _ team: RoundWork, on last: Int
  ) -> (days: ClosedRange<Int>, expected: Double, chance: Double)? {
    CallWindow.ending(
      on: last, trials: team.trials, skills: skills.coarse, units: units, settings: settings
    ).map { window in
      (window.days, window.expected, window.tail(team.found[window.days].reduce(0, +)))
    }.min { ($0.2, $0.0.lowerBound) < ($1.2, $1.0.lowerBound) }
  }
}
