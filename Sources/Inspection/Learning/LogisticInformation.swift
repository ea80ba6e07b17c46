import Dispatch

/// Gradient, information and log-likelihood of a logistic regression at given coefficients.
struct LogisticInformation: Sendable {
  /// Of the log-likelihood by coefficient.
  var gradient: [Double]
  /// Minus its second derivatives.
  var matrix: NormalMatrix
  var logLikelihood = 0.0
  /// Whether every row is on its side of one half.
  var isSeparated = true

  /// Rows are summed in this many parts, whatever the number of threads.
  private static let parts = 8

  private init(order: Int) {
    gradient = [Double](repeating: 0, count: order)
    matrix = NormalMatrix(order: order)
  }

  /// Sums over all rows of a problem.
  init(of problem: LogisticProblem, at coefficients: [Double]) {
    let count = problem.design.rowCount
    let parts = count < 4096 ? 1 : Self.parts
    var sums = [LogisticInformation](
      repeating: LogisticInformation(order: coefficients.count), count: parts)
    sums.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let output = buffer
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let rows = part * count / parts..<(part + 1) * count / parts
        var sum = LogisticInformation(order: coefficients.count)
        var block = LogisticBlock(problem.design)
        for start in stride(from: rows.lowerBound, to: rows.upperBound, by: LogisticBlock.size) {
          let end = min(rows.upperBound, start + LogisticBlock.size)
          block.add(start..<end, of: problem, at: coefficients, to: &sum)
        }
        output[part] = sum
      }
    }
    self = sums[0]
    for other in sums.dropFirst() {
      for index in gradient.indices { gradient[index] += other.gradient[index] }
      matrix.add(other.matrix)
      logLikelihood += other.logLikelihood
      isSeparated = isSeparated && other.isSeparated
    }
  }
}
