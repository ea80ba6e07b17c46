import CampaignData

/// Fits and judges weights on parts of the visits, which stand in order of time.
struct CalibrationBench {
  /// A fit with what it says of weights and teams.
  struct Fitted {
    var values: [Double]
    var standardErrors: [Double]
    var teams: InspectorEffect?
    /// Of the regression; nil without one.
    var coefficients: [Double]?
  }

  let rows: CalibrationRows
  let defaults: EvidenceWeights
  let calibrator: WeightCalibrator

  /// The defaults, by index.
  var defaultValues: [Double] { defaults.all.map { $0.unit == .logOdds ? $0.value : 0 } }
  private var base: Int? { defaults.all.firstIndex { $0.key == "base" } }

  /// Evidence of these kinds may count for nothing, never against a problem: `Targeting` takes the
  /// strongest of several.
  private static let neverBelowZero = ["power", "alert_", "complaint"]

  /// The log-odds of some rows under some weights.
  func logOdds(_ values: [Double], _ part: Range<Int>) -> [Double] {
    let base = base
    return part.map { rows.logOdds($0, values, base: base) }
  }

  func losses(_ values: [Double], _ part: Range<Int>) -> [Double] {
    OutcomeLoss.logLoss(linear: logOdds(values, part), outcomes: Array(rows.outcomes[part]))
  }

  /// Fits weights to some rows: a regression on the slopes at the present weights, until these stay.
  ///
  /// All but shared alerts are linear, so one pass settles them.
  /// - Parameters:
  ///   - start: Weights of a fit to the same rows to start from.
  ///   - isTrial: Whether less exact weights without standard errors will do.
  func fit(
    _ part: Range<Int>, ridge: Double, start: Fitted? = nil, isTrial: Bool = false
  ) throws(LogisticError) -> Fitted {
    let defaultValues = defaultValues
    let counts = evidenceCounts(part)
    let fitted = counts.indices.filter {
      counts[$0].visits >= calibrator.fewestVisits && $0 != base
    }
    let hasShared = rows.sharers[rows.starts[part.lowerBound]..<rows.starts[part.upperBound]]
      .contains { $0 != 1 }
    let factors = [rows.teams, rows.bases].filter { $0.levelCount > 1 }.map {
      DesignMatrix.Factor(levels: Array($0.levels[part]), levelCount: $0.levelCount)
    }
    let (outcomes, weights) = (Array(rows.outcomes[part]), drawWeights(part))
    var result =
      start
      ?? Fitted(
        values: defaultValues,
        standardErrors: [Double](repeating: .nan, count: defaultValues.count), teams: nil,
        coefficients: nil)
    for _ in 0..<(hasShared ? 8 : 1) {
      let (design, offsets) = linearised(part, at: result.values, fitted, factors)
      var penalty = LogisticPenalty(
        design, numbers: ridge, factors: factors.map { _ in calibrator.teamRidge })
      for (column, weight) in fitted.enumerated() where isBounded(weight) {
        penalty.lowerBounds[1 + column] = -defaultValues[weight]
      }
      let problem = LogisticProblem(
        design: design, outcomes: outcomes, weights: weights, offsets: offsets)
      try LogisticRegression.check(problem)
      var search = LogisticSearch(
        problem: problem, penalty: penalty, start: result.coefficients,
        tolerance: isTrial ? 1e-8 : 1e-12)
      let before = result.values
      if isTrial {
        result.coefficients = try search.bareCoefficients()
      } else {
        let fit = try search.run()
        result.coefficients = fit.coefficients
        take(fit, design, fitted, &result)
      }
      move(&result, design, fitted)
      let change = zip(before, result.values).reduce(0) { max($0, abs($1.0 - $1.1)) }
      if change < (isTrial ? 1e-3 : 1e-5) { break }
    }
    return result
  }

  /// The weights that coefficients mean.
  private func move(_ result: inout Fitted, _ design: DesignMatrix, _ fitted: [Int]) {
    guard let coefficients = result.coefficients else { return }
    let defaultValues = defaultValues
    for (column, weight) in fitted.enumerated() {
      result.values[weight] = defaultValues[weight] + coefficients[1 + column]
    }
    guard let base else { return }
    let means = design.factors.indices.reduce(0.0) { $0 + mean(of: $1, coefficients, design) }
    result.values[base] = defaultValues[base] + coefficients[0] + means
  }

  /// What a fit says beside its coefficients.
  private func take(
    _ fit: LogisticFit, _ design: DesignMatrix, _ fitted: [Int], _ result: inout Fitted
  ) {
    for (column, weight) in fitted.enumerated() {
      result.standardErrors[weight] = fit.standardErrors[1 + column]
    }
    if let base { result.standardErrors[base] = fit.standardErrors[0] }
    if rows.teams.levelCount > 1 {
      result.teams = InspectorEffect(fit: fit, design: design, factor: 0, names: rows.teamNames)
    }
  }

  private func isBounded(_ weight: Int) -> Bool {
    Self.neverBelowZero.contains { defaults.all[weight].key.hasPrefix($0) }
  }

  /// Slopes by weight fitted, and offsets with everything else.
  private func linearised(
    _ part: Range<Int>, at values: [Double], _ fitted: [Int], _ factors: [DesignMatrix.Factor]
  ) -> (DesignMatrix, offsets: [Double]) {
    let defaultValues = defaultValues
    var places = [Int32](repeating: -1, count: values.count)
    for (column, weight) in fitted.enumerated() { places[weight] = Int32(column) }
    let pieces = rows.starts[part.upperBound] - rows.starts[part.lowerBound]
    var (starts, columns, slopes) = ([0], [Int32](), [Double]())
    starts.reserveCapacity(part.count + 1)
    columns.reserveCapacity(pieces)
    slopes.reserveCapacity(pieces)
    var offsets = [Double](repeating: base.map { defaultValues[$0] } ?? 0, count: part.count)
    for (place, row) in part.enumerated() {
      var offset = offsets[place]
      for piece in rows.starts[row]..<rows.starts[row + 1] {
        let weight = Int(rows.weights[piece])
        offset += rows.value(piece, values)
        guard places[weight] >= 0 else { continue }
        let slope = rows.slope(piece, values)
        offset -= slope * (values[weight] - defaultValues[weight])
        columns.append(places[weight])
        slopes.append(slope)
      }
      offsets[place] = offset
      starts.append(columns.count)
    }
    let sparse = DesignMatrix.Sparse(
      columnCount: fitted.count, starts: starts, columns: columns, values: slopes)
    return (DesignMatrix(rowCount: part.count, sparse: sparse, factors: factors), offsets)
  }

  /// The mean effect of a factor over its rows.
  private func mean(
    of factor: Int, _ coefficients: [Double], _ design: DesignMatrix
  ) -> Double {
    let first = design.start(ofFactor: factor)
    let sum = design.factors[factor].levels.reduce(0) { $0 + coefficients[first + Int($1)] }
    return sum / Double(max(1, design.rowCount))
  }

  /// One over the probability with which a visit was drawn, the mean being 1 and no weight beyond
  /// the bounds; 1 for visits that were not drawn; nil if none was.
  private func drawWeights(_ part: Range<Int>) -> [Double]? {
    let drawn = rows.inverses[part].filter { !$0.isNaN }
    guard !drawn.isEmpty else { return nil }
    let mean = drawn.reduce(0, +) / Double(drawn.count)
    let most = calibrator.mostWeight
    return rows.inverses[part].map { $0.isNaN ? 1 : min(most, max(1 / most, $0 / mean)) }
  }

  private func evidenceCounts(_ part: Range<Int>) -> [(visits: Int, problems: Int)] {
    var counts = [(visits: Int, problems: Int)](repeating: (0, 0), count: defaults.all.count)
    for row in part {
      for piece in rows.starts[row]..<rows.starts[row + 1] {
        counts[Int(rows.weights[piece])].visits += 1
        if rows.outcomes[row] > 0.5 { counts[Int(rows.weights[piece])].problems += 1 }
      }
    }
    if let base { counts[base] = (part.count, part.count { rows.outcomes[$0] > 0.5 }) }
    return counts
  }

  /// What to tell of a fit to all rows.
  func estimates(_ fitted: Fitted) -> [WeightCalibration.Estimate] {
    let counts = evidenceCounts(0..<rows.count)
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
      standardErrors: [Double](repeating: .nan, count: defaultValues.count), teams: nil,
      coefficients: nil)
    return WeightCalibration(
      estimates: estimates(unchanged), ridge: .infinity, losses: (.nan, .nan), gain: (.nan, .nan),
      reliability: ([], []), teams: nil, refusal: refusal, counts: counts)
  }
}
