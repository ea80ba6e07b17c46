/// How predictors become columns of a regression, as learned from training rows.
///
/// Numbers are held within the range seen in training, centred and scaled to deviation 1; a missing
/// one counts as the mean and has a mark of its own. Categories have a coefficient a level, a missing
/// value being a level too; levels with few rows are taken together. With `bends` a number also has
/// hinges at the quintiles seen in training, so that its effect may level off.
public struct DesignEncoding: Sendable {
  /// What a coefficient stands for.
  public struct Term: Sendable, Hashable {
    /// The predictor's name; empty for the intercept.
    public var predictor: String
    /// The level, `missing`, or `above X` for a hinge; nil for the number itself.
    public var level: String?
    /// By what the number is divided; 1 for levels.
    public var scale: Double
  }

  /// What a column of numbers is.
  enum Column: Sendable {
    case number(Int, low: Double, high: Double, centre: Double, scale: Double)
    case hinge(Int, knot: Double, high: Double, centre: Double, scale: Double)
    case missing(Int)
  }

  /// A category: the level of the design for each level of the predictor, the missing one last.
  struct Category: Sendable {
    let predictor: Int
    let map: [String: Int32]
    let missing: Int32
    let names: [String]
  }

  let columns: [Column]
  let categories: [Category]
  /// What each coefficient stands for, in the order of `DesignMatrix`.
  public let terms: [Term]
  /// What was done about predictors.
  public let remarks: [PredictorRemark]

  /// Levels with fewer training rows are pooled.
  public static let fewestRows = 10
  /// At most so many levels a category; the rarest are pooled.
  public static let mostLevels = 300

  /// Learns from training rows.
  public init(_ predictors: [Predictor], rows: [Int], bends: Bool) {
    var learner = EncodingLearner(rows: rows, bends: bends)
    for (number, predictor) in predictors.enumerated() { learner.add(predictor, number) }
    columns = learner.columns
    categories = learner.categories
    terms = [Term(predictor: "", level: nil, scale: 1)] + learner.numberTerms + learner.levelTerms
    remarks = learner.remarks
  }

  /// The matrix of some rows.
  public func matrix(of predictors: [Predictor], rows: [Int]) -> DesignMatrix {
    let numbers = columns.map { column in
      switch column {
      case .number(let index, let low, let high, let centre, let scale):
        Self.map(predictors[index], rows) {
          ($0.isNaN ? 0 : (min(high, max(low, $0)) - centre) / scale)
        }
      case .hinge(let index, let knot, let high, let centre, let scale):
        Self.map(predictors[index], rows) {
          $0.isNaN ? 0 : (max(0, min(high, $0) - knot) - centre) / scale
        }
      case .missing(let index): Self.map(predictors[index], rows) { $0.isNaN ? 1 : 0 }
      }
    }
    return DesignMatrix(
      rowCount: rows.count, numbers: numbers,
      factors: categories.map { factor($0, predictors, rows) })
  }

  /// How many rows have a level that no training row had, by predictor.
  public func unseen(in table: OutcomeTable, rows: [Int]) -> [PredictorRemark] {
    let predictors = table.withInspector
    return categories.compactMap { category in
      let count = factor(category, predictors, rows).levels.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
      return count > 0 ? .unseen(predictors[category.predictor].name, rows: count) : nil
    }
  }

  private static func map(
    _ predictor: Predictor, _ rows: [Int], _ change: (Double) -> Double
  ) -> [Double] {
    guard case .numbers(let values) = predictor.values else { return [] }
    return rows.map { change(values[$0]) }
  }

  private func factor(
    _ category: Category, _ predictors: [Predictor], _ rows: [Int]
  ) -> DesignMatrix.Factor {
    guard case .categories(let levels, let names) = predictors[category.predictor].values else {
      return DesignMatrix.Factor(levels: [], levelCount: 0)
    }
    // The pool takes levels seen too rarely; one never seen is at the mean.
    let map = names.map { category.map[$0] ?? -1 }
    return DesignMatrix.Factor(
      levels: rows.map { levels[$0] < 0 ? category.missing : map[Int(levels[$0])] },
      levelCount: category.names.count)
  }
}
