import Glibc
import Testing

@testable import Inspection

/// The reference values are of statsmodels 0.14 (GLM, Binomial) and scikit-learn 1.x
/// (LogisticRegression, newton-cholesky and saga) on the table that `LogisticSample` makes, the
/// same formulas in NumPy: `Tests/Inspection/Learning/logistic_reference.py`.
@Suite struct LogisticRegressionTests {
  private let sample = LogisticSample()

  private func expect(_ found: [Double], near expected: [Double], within tolerance: Double = 1e-6) {
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < tolerance, "\(a), not \(b)") }
  }

  @Test("no penalty: coefficients, standard errors and likelihood of statsmodels")
  func plain() throws {
    let design = DesignMatrix(rowCount: sample.count, numbers: sample.numbers)
    let fit = try LogisticRegression.fit(
      design, outcomes: sample.outcomes, penalty: LogisticPenalty(count: 4))
    expect(fit.coefficients, near: [-0.789984108, 1.143382932, -0.462460473, 0.431084430])
    expect(fit.standardErrors, near: [0.154531268, 0.223722135, 0.188473434, 0.235646586])
    #expect(abs(fit.logLikelihood - -135.109556644) < 1e-6)
    #expect(fit.hasConverged && !fit.isSeparated)
  }

  @Test("weights and offsets: coefficients and standard errors of statsmodels")
  func weighted() throws {
    let design = DesignMatrix(rowCount: sample.count, numbers: sample.numbers)
    let fit = try LogisticRegression.fit(
      design, outcomes: sample.outcomes, penalty: LogisticPenalty(count: 4),
      weights: sample.weights, offsets: sample.offsets)
    expect(fit.coefficients, near: [-0.834198866, 1.014156392, -0.465290675, 0.459469328])
    expect(fit.standardErrors, near: [0.154551019, 0.221944358, 0.192406956, 0.235858087])
  }

  @Test("a ridge over numbers and levels: coefficients of scikit-learn with C = 0.5")
  func ridge() throws {
    let design = DesignMatrix(
      rowCount: sample.count, numbers: sample.numbers,
      factors: [DesignMatrix.Factor(levels: sample.levels, levelCount: 4)])
    let fit = try LogisticRegression.fit(
      design, outcomes: sample.outcomes,
      penalty: LogisticPenalty(design, numbers: 2, factors: [2]))
    expect(
      fit.coefficients,
      near: [
        -0.781364772, 1.054887143, -0.441295887, 0.343700771, 0.042442381, -0.553601994,
        -0.021516540, 0.532676154,
      ])
  }

  @Test("an elastic net: coefficients of scikit-learn with C = 0.25 and half of it absolute")
  func elasticNet() throws {
    let design = DesignMatrix(rowCount: sample.count, numbers: sample.numbers)
    let fit = try LogisticRegression.fit(
      design, outcomes: sample.outcomes,
      penalty: LogisticPenalty(design, numbers: 4, factors: [], lassoShare: 0.5))
    expect(fit.coefficients, near: [-0.744048747, 0.939864215, -0.351264898, 0.274940194])
  }

  @Test("levels as a factor give what the same levels give as columns of 0 and 1")
  func factorsAreColumns() throws {
    let factor = DesignMatrix(
      rowCount: sample.count, numbers: sample.numbers,
      factors: [DesignMatrix.Factor(levels: sample.levels, levelCount: 4)])
    let columns = DesignMatrix(
      rowCount: sample.count,
      numbers: sample.numbers
        + (0..<4).map { level in sample.levels.map { $0 == Int32(level) ? 1 : 0 } })
    let fits = try [factor, columns].map { design in
      try LogisticRegression.fit(
        design, outcomes: sample.outcomes,
        penalty: LogisticPenalty(
          design, numbers: 1.5, factors: design.factors.map { _ in 1.5 }), weights: sample.weights)
    }
    expect(fits[0].coefficients, near: fits[1].coefficients, within: 1e-9)
    expect(fits[0].standardErrors, near: fits[1].standardErrors, within: 1e-9)
  }

  @Test(
    "columns kept row by row give what the same columns give dense, beside numbers and a factor")
  func sparseColumns() throws {
    // Every third value of the first column is left; the second has every other.
    let holed = [0, 1].map { number in
      sample.numbers[number].enumerated().map { $0.offset % (3 - number) == 0 ? $0.element : 0 }
    }
    var sparse = DesignMatrix.Sparse(columnCount: 2, starts: [0], columns: [], values: [])
    for row in 0..<sample.count {
      for (number, column) in holed.enumerated() where column[row] != 0 {
        sparse.columns.append(Int32(number))
        sparse.values.append(column[row])
      }
      sparse.starts.append(sparse.columns.count)
    }
    let factor = DesignMatrix.Factor(levels: sample.levels, levelCount: 4)
    let designs = [
      DesignMatrix(
        rowCount: sample.count, numbers: [sample.numbers[2]], sparse: sparse, factors: [factor]),
      DesignMatrix(
        rowCount: sample.count, numbers: [sample.numbers[2]] + holed, factors: [factor]),
    ]
    let fits = try designs.map { design in
      try LogisticRegression.fit(
        design, outcomes: sample.outcomes,
        penalty: LogisticPenalty(design, numbers: 1.5, factors: [2]), weights: sample.weights)
    }
    expect(fits[0].coefficients, near: fits[1].coefficients, within: 1e-9)
    expect(fits[0].standardErrors, near: fits[1].standardErrors, within: 1e-9)
    let linear = designs.map { $0.linear(fits[1].coefficients) }
    expect(linear[0], near: linear[1], within: 1e-12)
  }

  @Test("many rows, summed in parts: the slope vanishes at the fit")
  func slopeVanishes() throws {
    let big = LogisticSample(count: 20_000)
    let design = DesignMatrix(
      rowCount: big.count, numbers: big.numbers,
      factors: [DesignMatrix.Factor(levels: big.levels, levelCount: 4)])
    let penalty = LogisticPenalty(design, numbers: 3, factors: [3])
    let fit = try LogisticRegression.fit(design, outcomes: big.outcomes, penalty: penalty)
    let linear = design.linear(fit.coefficients)
    var slope = 0.0
    for row in 0..<big.count {
      slope += (big.outcomes[row] - OutcomeLoss.chance(linear[row])) * big.numbers[0][row]
    }
    #expect(abs(slope - 3 * fit.coefficients[1]) < 1e-6)
  }

  @Test("a coefficient stays at its bound, and the others are those of the fit without it")
  func bounds() throws {
    let design = DesignMatrix(rowCount: sample.count, numbers: sample.numbers)
    var penalty = LogisticPenalty(design, numbers: 1, factors: [])
    penalty.lowerBounds[2] = 0
    let fit = try LogisticRegression.fit(design, outcomes: sample.outcomes, penalty: penalty)
    #expect(fit.coefficients[2] == 0)
    let without = DesignMatrix(
      rowCount: sample.count, numbers: [sample.numbers[0], sample.numbers[2]])
    let other = try LogisticRegression.fit(
      without, outcomes: sample.outcomes,
      penalty: LogisticPenalty(without, numbers: 1, factors: []))
    expect(
      [fit.coefficients[0], fit.coefficients[1], fit.coefficients[3]], near: other.coefficients)
  }

  @Test("outcomes all the same, no rows and columns that repeat are told apart")
  func refusals() throws {
    let design = DesignMatrix(rowCount: sample.count, numbers: sample.numbers)
    let free = LogisticPenalty(count: 4)
    #expect(throws: LogisticError.oneOutcome(true)) {
      try LogisticRegression.fit(
        design, outcomes: [Double](repeating: 1, count: sample.count), penalty: free)
    }
    #expect(throws: LogisticError.noRows) {
      try LogisticRegression.fit(
        DesignMatrix(rowCount: 0), outcomes: [], penalty: LogisticPenalty(count: 1))
    }
    let twice = DesignMatrix(
      rowCount: sample.count, numbers: [sample.numbers[0], sample.numbers[0]])
    #expect(throws: LogisticError.singular) {
      try LogisticRegression.fit(
        twice, outcomes: sample.outcomes, penalty: LogisticPenalty(count: 3))
    }
    var holed = sample.numbers
    holed[1][7] = .nan
    #expect(throws: LogisticError.notFinite) {
      try LogisticRegression.fit(
        DesignMatrix(rowCount: sample.count, numbers: holed), outcomes: sample.outcomes,
        penalty: free)
    }
  }

  @Test("separated outcomes are told, and a ridge keeps the coefficients finite")
  func separation() throws {
    let column = (0..<60).map { Double($0) - 29.5 }
    let design = DesignMatrix(rowCount: 60, numbers: [column])
    let outcomes = column.map { $0 > 0 ? 1.0 : 0 }
    let held = try LogisticRegression.fit(
      design, outcomes: outcomes, penalty: LogisticPenalty(design, numbers: 1, factors: []))
    #expect(held.isSeparated && held.hasConverged)
    #expect(held.coefficients[1] > 0 && held.coefficients[1] < 10)
    let free = try LogisticRegression.fit(
      design, outcomes: outcomes, penalty: LogisticPenalty(count: 2))
    #expect(free.isSeparated)
    let isFinite = free.coefficients.allSatisfy(\.isFinite)
    #expect(isFinite)
  }
}

/// A table from sines, the same in Swift and NumPy.
struct LogisticSample {
  let count: Int
  let numbers: [[Double]]
  let levels: [Int32]
  let outcomes: [Double]
  let scores: [Double]
  let weights: [Double]
  let offsets: [Double]
  let days: [Double]

  init(count: Int = 240) {
    self.count = count
    let rows = 0..<count
    let first = rows.map { sin(Double($0) * 0.7) }
    let second = rows.map { cos(Double($0) * 1.3) + 0.5 * sin(Double($0) * 0.11) }
    let third = rows.map { Double($0 * 37 % 11 - 5) / 5 }
    let levels = rows.map { Int32($0 * 7 % 4) }
    let effects = [0.4, -0.6, 0.1, 0.0]
    let signal = rows.map { row in
      0.8 * first[row] - 0.5 * second[row] + 0.3 * third[row] + effects[Int(levels[row])] - 0.4
    }
    outcomes = rows.map { signal[$0] + 1.5 * sin(Double($0 * $0) * 0.31) > 0 ? 1 : 0 }
    scores = signal.map { ($0 * 10).rounded(.toNearestOrEven) / 10 }
    numbers = [first, second, third]
    self.levels = levels
    weights = rows.map { 0.5 + Double($0 * 13 % 5) / 4 }
    offsets = rows.map { 0.3 * cos(Double($0) * 0.05) }
    days = rows.map { Double($0 / 7 % 20) }
  }
}
