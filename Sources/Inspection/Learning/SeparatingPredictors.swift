/// Finds predictors that tell hits from misses without an error.
public enum SeparatingPredictors {
  /// Fewer hits or misses prove nothing.
  private static let fewest = 5

  /// The names of predictors that separate the outcomes of some rows.
  ///
  /// A number does if all hits lie on one side of all misses, a category if no level has both. Such a
  /// predictor is most often one that is known only after the inspection.
  public static func names(of predictors: [Predictor], outcomes: [Double], rows: [Int]) -> [String]
  {
    let hits = rows.reduce(0) { $0 + (outcomes[$1] > 0.5 ? 1 : 0) }
    guard hits >= fewest, rows.count - hits >= fewest else { return [] }
    return predictors.filter { predictor in
      switch predictor.values {
      case .numbers(let values): separates(values, outcomes, rows)
      case .categories(let levels, let names): separates(levels, names.count, outcomes, rows)
      }
    }.map(\.name)
  }

  private static func separates(_ values: [Double], _ outcomes: [Double], _ rows: [Int]) -> Bool {
    var (hitLow, hitHigh) = (Double.infinity, -Double.infinity)
    var (missLow, missHigh) = (Double.infinity, -Double.infinity)
    for row in rows where !values[row].isNaN {
      if outcomes[row] > 0.5 {
        (hitLow, hitHigh) = (min(hitLow, values[row]), max(hitHigh, values[row]))
      } else {
        (missLow, missHigh) = (min(missLow, values[row]), max(missHigh, values[row]))
      }
    }
    guard hitLow.isFinite, missLow.isFinite else { return false }
    return hitLow > missHigh || missLow > hitHigh
  }

  private static func separates(
    _ levels: [Int32], _ count: Int, _ outcomes: [Double], _ rows: [Int]
  ) -> Bool {
    var hits = [Int](repeating: 0, count: count + 1)
    var misses = hits
    for row in rows {
      let level = levels[row] < 0 ? count : Int(levels[row])
      if outcomes[row] > 0.5 { hits[level] += 1 } else { misses[level] += 1 }
    }
    // A level a row proves nothing either.
    let used = zip(hits, misses).count { $0 + $1 > 0 }
    guard used <= rows.count / fewest else { return false }
    return zip(hits, misses).allSatisfy { $0 == 0 || $1 == 0 }
  }
}
