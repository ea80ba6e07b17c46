public import Geo

/// Units in order of their work, comparable between easy and hard ground: the week's list 周排名.
///
/// Points found over points expected of the very visits that were made, drawn towards the mean by
/// empirical Bayes (`GammaPoisson`), and the number of visits over that which driving left time for;
/// the score is their weighted sum. Points vary more widely than counts: the likelihood takes them
/// and their expectation divided by `ChanceCalibration.spread` (a quasi-likelihood).
///
/// Source: the plan of 2018, section 10.1; Clayton and Kaldor 1987.
public struct Ranking: Sendable {
  /// The units, best first; equal scores by key.
  public let units: [RankedUnit]
  /// What is known of all units together; nil without any problem.
  public let fit: GammaPoisson?
  /// True if earlier work shows that units differ by more than luck; else they are taken to differ by
  /// the least deviation, so that there is an order at all.
  public let differs: Bool
  /// How many are the best.
  public let top: Int

  /// Ranks units.
  ///
  /// - Parameters:
  ///   - work: What each did.
  ///   - history: The same accounts of earlier periods and this one, unit by unit and period by
  ///     period: from them it is learnt how far units differ, which one week cannot tell.
  ///   - spread: `ChanceCalibration.spread`.
  ///   - top: How many are the best.
  ///   - serviceMinutes: Minutes at a site: with driving, how long a visit takes.
  /// - Complexity: O(n log n + 400 n top²) for n units.
  public init(
    _ work: [UnitWork], history: [UnitWork], spread: Double, top: Int, serviceMinutes: Double,
    rules: RankingRules
  ) {
    self.top = top
    let scale = 1 / max(spread, 1e-9)
    let earlier = GammaPoisson(
      counts: history.map { $0.points * scale }, expected: history.map { $0.expected * scale })
    let most = 1 / (rules.leastDeviation * rules.leastDeviation)
    differs = (earlier?.shape ?? .infinity) < most
    let fitted = GammaPoisson(
      counts: work.map { $0.points * scale }, expected: work.map { $0.expected * scale },
      shape: min(most, earlier?.shape ?? most))
    fit = fitted
    let posteriors = work.map { unit in
      fitted?.posterior(count: unit.points * scale, expected: unit.expected * scale)
    }
    let mean = fitted?.mean ?? 1
    let tasks = TaskPace(work, serviceMinutes: serviceMinutes)
    let paces = work.map { min(rules.tasksCap, tasks.ratio(of: $0)) }
    let shrunk = posteriors.map { $0?.mean ?? mean }
    let scores = work.indices.map {
      rules.foundWeight * shrunk[$0] + rules.tasksWeight * paces[$0]
    }
    let chances = TopChance(
      posteriors: posteriors.compactMap(\.self), weight: rules.foundWeight,
      shifts: paces.map { $0 * rules.tasksWeight }, top: top
    ).chances
    let order = work.indices.sorted { (-scores[$0], work[$0].key) < (-scores[$1], work[$1].key) }
    var units: [RankedUnit] = []
    for (place, index) in order.enumerated() {
      let tied = place > 0 && scores[order[place - 1]] == scores[index]
      units.append(
        RankedUnit(
          work[index], rank: tied ? units[place - 1].rank : place + 1, shrunk: shrunk[index],
          posterior: posteriors[index], mean: mean,
          drivingShare: tasks.drivingShare(of: work[index]), tasks: paces[index],
          score: scores[index], topChance: chances.isEmpty ? .nan : chances[index]))
    }
    self.units = units
  }

  /// Those among the best by rank: more than `top` where the last of them are equal.
  public var best: [RankedUnit] { units.filter { $0.rank <= top } }
}

extension RankedUnit {
  init(
    _ work: UnitWork, rank: Int, shrunk: Double, posterior: GammaDistribution?, mean: Double,
    drivingShare: Double, tasks: Double, score: Double, topChance: Double
  ) {
    self.init(
      key: work.key, rank: rank, visits: work.visits, problems: work.problems,
      serious: work.serious, returned: work.returned, points: work.points,
      expected: work.expected, ratio: work.points / work.expected, shrunk: shrunk,
      interval: posterior?.interval() ?? shrunk...shrunk,
      belowMean: posterior?.lowerTail(mean) ?? .nan, drivingShare: drivingShare, tasks: tasks,
      score: score, topChance: topChance)
  }
}
