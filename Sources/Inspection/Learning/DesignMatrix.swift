/// Rows of a regression: numbers held as columns, those that are mostly 0 row by row, categories as
/// one level a row.
///
/// Coefficients of a fit stand in this order: the intercept, one for each column of `numbers`, one for
/// each of `sparse`, then one for each level of each factor.
public struct DesignMatrix: Sendable {
  /// A category: every row is at one of its levels.
  public struct Factor: Sendable {
    /// The level of each row, from 0; -1 adds nothing.
    public var levels: [Int32]
    /// How many levels there are.
    public var levelCount: Int

    /// Makes a factor.
    public init(levels: [Int32], levelCount: Int) {
      self.levels = levels
      self.levelCount = levelCount
    }
  }

  /// Columns of numbers most of which are 0: for each row those that are not.
  public struct Sparse: Sendable {
    /// How many columns there are.
    public var columnCount: Int
    /// Where each row begins, and where the last ends.
    public var starts: [Int]
    /// The column of each entry, from 0, ascending within a row.
    public var columns: [Int32]
    /// The value of each entry.
    public var values: [Double]

    /// Makes columns; `starts` has one more than there are rows.
    public init(columnCount: Int, starts: [Int], columns: [Int32], values: [Double]) {
      self.columnCount = columnCount
      self.starts = starts
      self.columns = columns
      self.values = values
    }
  }

  /// How many rows there are.
  public let rowCount: Int
  /// Columns of numbers, each with a value for every row.
  public var numbers: [[Double]]
  /// Columns of numbers that are mostly 0, if any.
  public var sparse: Sparse?
  /// Categories.
  public var factors: [Factor]

  /// Makes a matrix; all columns have `rowCount` rows.
  public init(
    rowCount: Int, numbers: [[Double]] = [], sparse: Sparse? = nil, factors: [Factor] = []
  ) {
    precondition(numbers.allSatisfy { $0.count == rowCount }, "a column is short")
    precondition(factors.allSatisfy { $0.levels.count == rowCount }, "a factor is short")
    self.rowCount = rowCount
    precondition(sparse.map { $0.starts.count == rowCount + 1 } ?? true, "sparse rows are short")
    self.numbers = numbers
    self.sparse = sparse
    self.factors = factors
  }

  /// How many coefficients a fit has, the intercept included.
  public var coefficientCount: Int {
    factors.reduce(firstOfFactors) { $0 + $1.levelCount }
  }

  /// The index of the first coefficient of a factor, if there is one.
  var firstOfFactors: Int { 1 + numbers.count + (sparse?.columnCount ?? 0) }

  /// The index of the first coefficient of a factor.
  public func start(ofFactor index: Int) -> Int {
    factors[..<index].reduce(firstOfFactors) { $0 + $1.levelCount }
  }

  /// The linear predictor of every row: intercept, numbers and factors times coefficients.
  ///
  /// - Parameter factors: Which factors count; nil: all.
  public func linear(_ coefficients: [Double], factors wanted: Set<Int>? = nil) -> [Double] {
    var sums = [Double](repeating: coefficients[0], count: rowCount)
    for (number, column) in numbers.enumerated() {
      let slope = coefficients[1 + number]
      guard slope != 0 else { continue }
      for row in 0..<rowCount { sums[row] += slope * column[row] }
    }
    if let sparse {
      for row in 0..<rowCount {
        for entry in sparse.starts[row]..<sparse.starts[row + 1] {
          let slope = coefficients[1 + numbers.count + Int(sparse.columns[entry])]
          sums[row] += slope * sparse.values[entry]
        }
      }
    }
    for (number, factor) in factors.enumerated() where wanted?.contains(number) ?? true {
      let first = start(ofFactor: number)
      for row in 0..<rowCount where factor.levels[row] >= 0 {
        sums[row] += coefficients[first + Int(factor.levels[row])]
      }
    }
    return sums
  }
}
