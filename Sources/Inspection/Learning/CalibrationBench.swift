import CampaignData

/// Fits and judges weights on parts of the visits, which stand in order of time.
struct CalibrationBench {
  /// A fit with what it says of weights and teams.
  struct Fitted {
    var values: [Double]
    var standardErrors: [Double]
    var teams: InspectorEffect?
  }

  let records: [VisitRecord]
  let defaults: EvidenceWeights
  let choices: [String: (basis: String, probability: Double?)]
  let calibrator: WeightCalibrator

  /// The defaults, by index.
  var defaultValues: [Double] { defaults.all.map { $0.unit == .logOdds ? $0.value : 0 } }
  private var base: Int? { defaults.all.firstIndex { $0.key == "base" } }

  /// Evidence of these kinds may count for nothing, never against a problem: `Targeting` takes the
  /// strongest of several.
  private static let neverBelowZero = ["power", "alert_", "complaint"]

  func chance(_ values: [Double], _ row: Int) -> Double {
    OutcomeLoss.chance(records[row].logOdds(values, base: base))
  }

  func losses(_ values: [Double], _ rows: Range<Int>) -> [Double] {
    OutcomeLoss.logLoss(
      linear: rows.map { records[$0].logOdds(values, base: base) },
      outcomes: rows.map { records[$0].outcome })
  }

  /// Fits weights to some rows: a regression on the slopes at the present weights, until these stay.
  ///
  /// All but shared alerts are linear, so one pass settles them.
  func fit(_ rows: Range<Int>, ridge: Double) throws(LogisticError) -> Fitted {
    let defaultValues = defaultValues
    let counts = evidenceCounts(rows)
    let fitted = counts.indices.filter {
      counts[$0].visits >= calibrator.fewestVisits && $0 != base
    }
    let hasShared = rows.contains { records[$0].pieces.contains { $0.sharers != 1 } }
    let (teams, names) = factor(rows.map { records[$0].team })
    let (bases, _) = factor(rows.map { choices[records[$0].visitID]?.basis ?? "" })
    let factors = [teams, bases].filter { $0.levelCount > 1 }
    let outcomes = rows.map { records[$0].outcome }
    let weights = drawWeights(rows)
    var result = Fitted(
      values: defaultValues,
      standardErrors: [Double](repeating: .nan, count: defaultValues.count), teams: nil)
    var start: [Double]?
    for _ in 0..<(hasShared ? 4 : 1) {
      let (design, offsets) = linearised(rows, at: result.values, fitted, factors)
      var penalty = LogisticPenalty(
        design, numbers: ridge, factors: factors.map { _ in calibrator.teamRidge })
      for (column, weight) in fitted.enumerated() where isBounded(weight) {
        penalty.lowerBounds[1 + column] = -defaultValues[weight]
      }
      let fit = try LogisticRegression.fit(
        design, outcomes: outcomes, penalty: penalty, weights: weights, offsets: offsets,
        start: start)
      start = fit.coefficients
      for (column, weight) in fitted.enumerated() {
        result.values[weight] = defaultValues[weight] + fit.coefficients[1 + column]
        result.standardErrors[weight] = fit.standardErrors[1 + column]
      }
      if let base {
        let means = factors.indices.reduce(0.0) { $0 + mean(of: $1, fit, design) }
        result.values[base] = defaultValues[base] + fit.coefficients[0] + means
        result.standardErrors[base] = fit.standardErrors[0]
      }
      if teams.levelCount > 1 {
        result.teams = InspectorEffect(fit: fit, design: design, factor: 0, names: names)
      }
    }
    return result
  }

  private func isBounded(_ weight: Int) -> Bool {
    Self.neverBelowZero.contains { defaults.all[weight].key.hasPrefix($0) }
  }

  /// Slopes by weight fitted, and offsets with everything else.
  private func linearised(
    _ rows: Range<Int>, at values: [Double], _ fitted: [Int], _ factors: [DesignMatrix.Factor]
  ) -> (DesignMatrix, offsets: [Double]) {
    let defaultValues = defaultValues
    var columns = [Int](repeating: -1, count: values.count)
    for (column, weight) in fitted.enumerated() { columns[weight] = column }
    var numbers = [[Double]](
      repeating: [Double](repeating: 0, count: rows.count), count: fitted.count)
    var offsets = [Double](repeating: base.map { defaultValues[$0] } ?? 0, count: rows.count)
    for (place, row) in rows.enumerated() {
      for piece in records[row].pieces {
        offsets[place] += piece.value(values[piece.weight])
        guard columns[piece.weight] >= 0 else { continue }
        let slope = piece.slope(values[piece.weight])
        offsets[place] -= slope * (values[piece.weight] - defaultValues[piece.weight])
        numbers[columns[piece.weight]][place] = slope
      }
    }
    return (DesignMatrix(rowCount: rows.count, numbers: numbers, factors: factors), offsets)
  }

  private func factor(_ texts: [String]) -> (DesignMatrix.Factor, names: [String]) {
    let names = Set(texts).sorted()
    let levels = Dictionary(uniqueKeysWithValues: zip(names, names.indices.map(Int32.init)))
    return (
      DesignMatrix.Factor(levels: texts.map { levels[$0] ?? -1 }, levelCount: names.count), names
    )
  }

  /// The mean effect of a factor over its rows.
  private func mean(of factor: Int, _ fit: LogisticFit, _ design: DesignMatrix) -> Double {
    let first = design.start(ofFactor: factor)
    let sum = design.factors[factor].levels.reduce(0) { $0 + fit.coefficients[first + Int($1)] }
    return sum / Double(max(1, design.rowCount))
  }

  /// One over the probability with which a visit was drawn, the mean being 1 and no weight beyond
  /// the bounds; 1 for visits that were not drawn; nil if none was.
  private func drawWeights(_ rows: Range<Int>) -> [Double]? {
    let inverse = rows.map { row in
      choices[records[row].visitID].flatMap { choice in choice.probability.map { 1 / $0 } }
    }
    let drawn = inverse.compactMap(\.self)
    guard !drawn.isEmpty else { return nil }
    let mean = drawn.reduce(0, +) / Double(drawn.count)
    let most = calibrator.mostWeight
    return inverse.map { $0.map { min(most, max(1 / most, $0 / mean)) } ?? 1 }
  }

  private func evidenceCounts(_ rows: Range<Int>) -> [(visits: Int, problems: Int)] {
    var counts = [(visits: Int, problems: Int)](repeating: (0, 0), count: defaults.all.count)
    for row in rows {
      for piece in records[row].pieces {
        counts[piece.weight].visits += 1
        if records[row].outcome > 0.5 { counts[piece.weight].problems += 1 }
      }
    }
    if let base { counts[base] = (rows.count, rows.count { records[$0].outcome > 0.5 }) }
    return counts
  }

  /// What to tell of a fit to all rows.
  func estimates(_ fitted: Fitted) -> [WeightCalibration.Estimate] {
    let counts = evidenceCounts(0..<records.count)
    return defaults.all.enumerated().filter { $0.element.unit == .logOdds }.map { index, weight in
      WeightCalibration.Estimate(
        key: weight.key, old: weight.value, new: fitted.values[index],
        standardError: fitted.standardErrors[index], visits: counts[index].visits,
        problems: counts[index].problems)
    }
  }

  /// The defaults, for a reason.
  func refused(
    _ refusal: WeightCalibration.Refusal, _ counts: (Int, Int)
  ) -> WeightCalibration {
    let unchanged = Fitted(
      values: defaultValues,
      standardErrors: [Double](repeating: .nan, count: defaultValues.count), teams: nil)
    return WeightCalibration(
      estimates: estimates(unchanged), ridge: .infinity, losses: (.nan, .nan), gain: (.nan, .nan),
      reliability: ([], []), teams: nil, refusal: refusal, counts: counts)
  }
}
