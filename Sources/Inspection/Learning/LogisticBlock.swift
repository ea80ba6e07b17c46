import Glibc

/// Some rows at a time, small enough to stay in the cache.
struct LogisticBlock {
  static let size = 256

  /// Columns of the block: ones, then the numbers.
  private let columns: Int
  private var weighted: [Double]
  private var linear = [Double](repeating: 0, count: size)
  private var residuals = [Double](repeating: 0, count: size)
  private var curvatures = [Double](repeating: 0, count: size)

  init(_ design: DesignMatrix) {
    columns = 1 + design.numbers.count
    weighted = [Double](repeating: 0, count: columns * Self.size)
  }

  mutating func add(
    _ rows: Range<Int>, of problem: LogisticProblem, at coefficients: [Double],
    to sum: inout LogisticInformation
  ) {
    predict(rows, problem, coefficients)
    weigh(rows, problem, &sum)
    addNumbers(rows, problem.design, &sum)
    if let sparse = problem.design.sparse { addSparse(rows, sparse, &sum) }
    addFactors(rows, problem.design, &sum)
  }

  private mutating func predict(
    _ rows: Range<Int>, _ problem: LogisticProblem, _ coefficients: [Double]
  ) {
    let (first, count) = (rows.lowerBound, rows.count)
    linear.withUnsafeMutableBufferPointer { linear in
      for i in 0..<count { linear[i] = coefficients[0] + (problem.offsets?[first + i] ?? 0) }
      for (number, column) in problem.design.numbers.enumerated() {
        let slope = coefficients[1 + number]
        column.withUnsafeBufferPointer { column in
          for i in 0..<count { linear[i] += slope * column[first + i] }
        }
      }
      if let sparse = problem.design.sparse {
        for i in 0..<count {
          for entry in sparse.starts[first + i]..<sparse.starts[first + i + 1] {
            linear[i] += coefficients[columns + Int(sparse.columns[entry])] * sparse.values[entry]
          }
        }
      }
      var start = problem.design.firstOfFactors
      for factor in problem.design.factors {
        for i in 0..<count where factor.levels[first + i] >= 0 {
          linear[i] += coefficients[start + Int(factor.levels[first + i])]
        }
        start += factor.levelCount
      }
    }
  }

  /// Chances, residuals and curvatures of the rows.
  private mutating func weigh(
    _ rows: Range<Int>, _ problem: LogisticProblem, _ sum: inout LogisticInformation
  ) {
    let first = rows.lowerBound
    for i in 0..<rows.count {
      let weight = problem.weights?[first + i] ?? 1
      let isHit = problem.outcomes[first + i] > 0.5
      let size = abs(linear[i])
      let small = exp(-size)
      let near = 1 / (1 + small)
      let chance = linear[i] >= 0 ? near : small * near
      // -log of the chance of what happened; exact for large predictors.
      let margin = isHit ? linear[i] : -linear[i]
      sum.logLikelihood -= weight * (log1p(small) + (margin < 0 ? size : 0))
      if margin <= 0, weight > 0 { sum.isSeparated = false }
      residuals[i] = weight * ((isHit ? 1 : 0) - chance)
      curvatures[i] = weight * small * near * near
    }
  }

  private mutating func addNumbers(
    _ rows: Range<Int>, _ design: DesignMatrix, _ sum: inout LogisticInformation
  ) {
    let (first, count, order) = (rows.lowerBound, rows.count, sum.matrix.order)
    let columns = columns
    weighted.withUnsafeMutableBufferPointer { weighted in
      for i in 0..<count { weighted[i] = curvatures[i] }
      var total = 0.0
      var score = 0.0
      for i in 0..<count {
        total += curvatures[i]
        score += residuals[i]
      }
      sum.gradient[0] += score
      sum.matrix.cells[0] += total
      for j in 1..<max(1, columns) {
        design.numbers[j - 1].withUnsafeBufferPointer { column in
          var score = 0.0
          for i in 0..<count {
            weighted[j * Self.size + i] = curvatures[i] * column[first + i]
            score += residuals[i] * column[first + i]
          }
          sum.gradient[j] += score
          let own = UnsafeBufferPointer(rebasing: column[first..<first + count])
          for k in 0...j {
            let other = UnsafeBufferPointer(
              rebasing: weighted[k * Self.size..<k * Self.size + count])
            sum.matrix.cells[j * order + k] += own.dot(other)
          }
        }
      }
    }
  }

  private mutating func addSparse(
    _ rows: Range<Int>, _ sparse: DesignMatrix.Sparse, _ sum: inout LogisticInformation
  ) {
    let (first, order, columns) = (rows.lowerBound, sum.matrix.order, columns)
    sum.matrix.cells.withUnsafeMutableBufferPointer { cells in
      for i in 0..<rows.count {
        let entries = sparse.starts[first + i]..<sparse.starts[first + i + 1]
        for entry in entries {
          let own = columns + Int(sparse.columns[entry])
          let value = sparse.values[entry]
          sum.gradient[own] += residuals[i] * value
          for j in 0..<columns { cells[own * order + j] += weighted[j * Self.size + i] * value }
          let scaled = curvatures[i] * value
          for other in entries.lowerBound...entry {
            cells[own * order + columns + Int(sparse.columns[other])] +=
              scaled * sparse.values[other]
          }
        }
      }
    }
  }

  private mutating func addFactors(
    _ rows: Range<Int>, _ design: DesignMatrix, _ sum: inout LogisticInformation
  ) {
    let (first, order) = (rows.lowerBound, sum.matrix.order)
    let columns = columns
    let sparse = design.sparse
    var starts: [Int] = []
    var start = design.firstOfFactors
    for factor in design.factors {
      starts.append(start)
      start += factor.levelCount
    }
    sum.matrix.cells.withUnsafeMutableBufferPointer { cells in
      for (number, factor) in design.factors.enumerated() {
        for i in 0..<rows.count where factor.levels[first + i] >= 0 {
          let own = starts[number] + Int(factor.levels[first + i])
          sum.gradient[own] += residuals[i]
          for j in 0..<columns { cells[own * order + j] += weighted[j * Self.size + i] }
          if let sparse {
            for entry in sparse.starts[first + i]..<sparse.starts[first + i + 1] {
              cells[own * order + columns + Int(sparse.columns[entry])] +=
                curvatures[i] * sparse.values[entry]
            }
          }
          for other in 0..<number where design.factors[other].levels[first + i] >= 0 {
            cells[own * order + starts[other] + Int(design.factors[other].levels[first + i])] +=
              curvatures[i]
          }
          cells[own * order + own] += curvatures[i]
        }
      }
    }
  }
}
