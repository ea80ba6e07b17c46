import CampaignData
import Geo

/// Three ways to order simulated teams by one week, against their true diligence and the next week.
public struct OrderTrial: Sendable {
  /// What teams are ordered by.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// Plain number of problems.
    case counts
    /// Points found over points expected.
    case raw
    /// The same, drawn towards the mean.
    case shrunk
  }

  /// How an order did, on average over rounds.
  public struct Row: Sendable, Hashable {
    /// The order.
    public var measure: Measure
    /// Spearman's correlation with what teams truly find beside ordinary ones.
    public var withTruth: Double
    /// With the same measure in the second week of the round.
    public var withNextWeek: Double
    /// What the ten first truly find, on average; 1 is ordinary.
    public var topSkill: Double
    /// Of the ten first, those that are truly below the mean of all.
    public var belowMean: Double
    /// Of the ten first, those on easy ground.
    public var easy: Double
  }

  /// A row a measure.
  public let rows: [Row]
  /// How many are the first.
  public static let top = 10

  /// Runs the trial on the ground of the call's.
  public init(_ settings: CallTrial.Settings) {
    let ground = TrialGround(settings)
    let past = (0..<settings.pastRounds).map { ground.visits(round: $0) }
    let calibration = ChanceCalibration(past.joined())
    func weeks(_ visits: [JudgedVisit]) -> [[UnitWork]] {
      guard let first = visits.map(\.day).min() else { return [] }
      return [0, 1].map { (week: Int) -> [UnitWork] in
        let own = visits.filter { ($0.day - first) / 7 == week }
        return UnitWork.accounts(of: own, calibration: calibration, by: \.teamID)
      }
    }
    let history: [UnitWork] = past.flatMap { (visits: [JudgedVisit]) -> [UnitWork] in
      weeks(visits).flatMap { $0 }
    }
    func ranking(_ work: [UnitWork]) -> Ranking {
      Ranking(
        work, history: history, spread: calibration.spread, top: Self.top, serviceMinutes: 30,
        rules: RankingRules())
    }
    var sums: [Measure: [Double]] = [:]
    for number in settings.pastRounds..<(settings.pastRounds + settings.rounds) {
      let teams = ground.teams(round: number)
      let units: [[RankedUnit]] = weeks(ground.visits(round: number)).map { week in
        ranking(week).units.sorted { $0.key < $1.key }
      }
      guard units.count == 2, units.allSatisfy({ $0.count == teams.count }) else { continue }
      for measure in Measure.allCases {
        let values = Self.figures(measure, units[0], units[1], teams)
        let before = sums[measure] ?? [0, 0, 0, 0, 0]
        sums[measure] = values.indices.map { before[$0] + values[$0] }
      }
    }
    let rounds = Double(settings.rounds)
    rows = Measure.allCases.map { measure in
      let sum: [Double] = sums[measure] ?? [0, 0, 0, 0, 0]
      let mean: [Double] = sum.map { $0 / rounds }
      return Row(
        measure: measure, withTruth: mean[0], withNextWeek: mean[1], topSkill: mean[2],
        belowMean: mean[3], easy: mean[4])
    }
  }

  private static func figures(
    _ measure: Measure, _ first: [RankedUnit], _ second: [RankedUnit], _ teams: [TrialTeam]
  ) -> [Double] {
    func value(_ unit: RankedUnit) -> Double {
      switch measure {
      case .counts: unit.problems
      case .raw: unit.ratio
      case .shrunk: unit.shrunk
      }
    }
    let values = first.map(value)
    let skills = teams.map(\.skill)
    let mean = skills.reduce(0, +) / Double(skills.count)
    let best = values.indices.sorted { (-values[$0], $0) < (-values[$1], $1) }.prefix(top)
    let count = Double(best.count)
    let below = best.count { skills[$0] < mean }
    let easy = best.count { teams[$0].isEasy }
    let topSkill: Double = best.reduce(0.0) { $0 + skills[$1] } / count
    return [
      RankCorrelation.spearman(values, skills),
      RankCorrelation.spearman(values, second.map(value)), topSkill, Double(below) / count,
      Double(easy) / count,
    ]
  }
}
