/// Rows of a regression as columns: numbers held dense, categories held as one level a row.
///
/// Coefficients of a fit stand in this order: the intercept, one for each column of `numbers`, then
/// one for each level of each factor.
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

  /// How many rows there are.
  public let rowCount: Int
  /// Columns of numbers, each with a value for every row.
  public var numbers: [[Double]]
  /// Categories.
  public var factors: [Factor]

  /// Makes a matrix; all columns have `rowCount` rows.
  public init(rowCount: Int, numbers: [[Double]] = [], factors: [Factor] = []) {
    precondition(numbers.allSatisfy { $0.count == rowCount }, "a column is short")
    precondition(factors.allSatisfy { $0.levels.count == rowCount }, "a factor is short")
    self.rowCount = rowCount
    self.numbers = numbers
    self.factors = factors
  }

  /// How many coefficients a fit has, the intercept included.
  public var coefficientCount: Int {
    1 + numbers.count + factors.reduce(0) { $0 + $1.levelCount }
  }

  /// The index of the first coefficient of a factor.
  public func start(ofFactor index: Int) -> Int {
    1 + numbers.count + factors[..<index].reduce(0) { $0 + $1.levelCount }
  }

  /// The rows of a matrix at some indices, in their order.
  public func rows(_ indices: [Int]) -> DesignMatrix {
    DesignMatrix(
      rowCount: indices.count, numbers: numbers.map { column in indices.map { column[$0] } },
      factors: factors.map { factor in
        Factor(levels: indices.map { factor.levels[$0] }, levelCount: factor.levelCount)
      })
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
    for (number, factor) in factors.enumerated() where wanted?.contains(number) ?? true {
      let first = start(ofFactor: number)
      for row in 0..<rowCount where factor.levels[row] >= 0 {
        sums[row] += coefficients[first + Int(factor.levels[row])]
      }
    }
    return sums
  }
}
