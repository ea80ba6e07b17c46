/// The features that take part in a statistic: those with a value, and their weights.
struct LocalSample {
  let values: [Double]
  let weights: SpatialWeights
  /// Their numbers among all features.
  let kept: [Int]
  /// How many features there are in all.
  let total: Int
  private(set) var doubts: [StatisticDoubt] = []

  /// Leaves out values that are not finite.
  ///
  /// `weights` are those of the statistic, self included
  /// where it wants it.
  init(_ column: Span<Double>, _ weights: SpatialWeights) {
    precondition(column.count == weights.count, "a value is needed for each row of the weights")
    total = column.count
    kept = column.indices.filter { column[$0].isFinite }
    values = kept.map { column[$0] }
    self.weights = kept.count == total ? weights : weights.among(kept)
    if values.count < StatisticDoubt.fewest { doubts.append(.fewFeatures(values.count)) }
    if kept.count < total { doubts.append(.missingValues(total - kept.count)) }
    let islands = self.weights.islands.count
    if islands > 0 { doubts.append(.islands(islands)) }
    if let first = values.first, values.allSatisfy({ $0 == first }) { doubts.append(.allEqual) }
    if islands == values.count { doubts.append(.nothingToJudge) }
  }

  var count: Int { values.count }

  var mean: Double { values.isEmpty ? .nan : values.reduce(0, +) / Double(count) }

  /// Values less their mean.
  var deviations: [Double] {
    let mean = mean
    return values.map { $0 - mean }
  }

  /// A column of all features from one of those that take part; nothing for the others.
  func spread<Value>(_ column: [Value], else nothing: Value) -> [Value] {
    guard kept.count < total else { return column }
    var all = [Value](repeating: nothing, count: total)
    for (place, feature) in kept.enumerated() { all[feature] = column[place] }
    return all
  }

  /// The counts of all features; those that take no part are as high as every permutation.
  func spread(_ counts: PermutationCounts) -> PermutationCounts {
    var all = PermutationCounts(permutations: counts.permutations, count: total)
    let every = Int32(truncatingIfNeeded: counts.permutations)
    all.atLeast = spread(counts.atLeast, else: every)
    all.atMost = spread(counts.atMost, else: every)
    return all
  }
}

/// Sums over a row of weights.
struct RowSums {
  /// How many neighbours there are beside the feature itself.
  var neighbours = 0
  /// Σ w.
  var weight = 0.0
  /// Σ w².
  var squares = 0.0
  /// Σ w x.
  var lag = 0.0

  init(_ weights: SpatialWeights, _ feature: Int, _ values: [Double], withSelf: Bool) {
    for place in weights.row(feature) {
      let other = Int(weights.neighbours[place])
      if other != feature { neighbours += 1 } else if !withSelf { continue }
      let w = weights.values[place]
      weight += w
      squares += w * w
      lag += w * values[other]
    }
  }
}
