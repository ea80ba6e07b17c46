/// Newton's steps towards the least penalised loss.
struct LogisticSearch {
  private let problem: LogisticProblem
  private let penalty: LogisticPenalty
  private var coefficients: [Double]

  private static let mostSteps = 50
  private static let mostHalvings = 30
  /// A step that promises less, as a part of the loss, is the last.
  private let tolerance: Double

  init(
    problem: LogisticProblem, penalty: LogisticPenalty, start: [Double]?, tolerance: Double = 1e-13
  ) {
    self.tolerance = tolerance
    self.problem = problem
    self.penalty = penalty
    coefficients = start ?? [Double](repeating: 0, count: problem.design.coefficientCount)
    for index in coefficients.indices {
      coefficients[index] = max(coefficients[index], penalty.lowerBounds[index])
    }
  }

  /// The fit with all that is known of it.
  mutating func run() throws(LogisticError) -> LogisticFit {
    let (here, steps, hasConverged) = try descend()
    return LogisticFit(
      coefficients: coefficients, standardErrors: try standardErrors(here),
      logLikelihood: here.logLikelihood, iterations: steps, hasConverged: hasConverged,
      isSeparated: here.isSeparated)
  }

  /// The coefficients alone, which saves the inverse.
  mutating func bareCoefficients() throws(LogisticError) -> [Double] {
    _ = try descend()
    return coefficients
  }

  private mutating func descend() throws(LogisticError) -> (
    LogisticInformation, steps: Int, hasConverged: Bool
  ) {
    var here = LogisticInformation(of: problem, at: coefficients)
    var steps = 0
    var hasConverged = false
    while steps < Self.mostSteps, !hasConverged {
      let loss = penalty.value(coefficients) - here.logLikelihood
      let step = try self.step(here)
      let promise = promise(of: step, here)
      let least = tolerance * (abs(loss) + 1)
      steps += 1
      var share = 1.0
      var halvings = 0
      while true {
        let trial = zip(coefficients, step).map { $0 + share * $1 }
        let there = LogisticInformation(of: problem, at: trial)
        let gain = loss - (penalty.value(trial) - there.logLikelihood)
        if gain >= -least || halvings == Self.mostHalvings {
          if gain >= -least { (coefficients, here) = (trial, there) }
          hasConverged = promise < least || (halvings == Self.mostHalvings)
          break
        }
        share /= 2
        halvings += 1
      }
      // Separated outcomes without a penalty: the loss falls to 0 and coefficients grow for ever.
      if -here.logLikelihood < 1e-8 * Double(problem.design.rowCount) { break }
    }
    return (here, steps, hasConverged)
  }

  /// The loss that a quadratic model says a step saves.
  private func promise(of step: [Double], _ here: LogisticInformation) -> Double {
    var promise = 0.0
    for (index, change) in step.enumerated() {
      promise += change * (here.gradient[index] - penalty.ridge[index] * coefficients[index])
      promise -=
        penalty.lasso[index] * (abs(coefficients[index] + change) - abs(coefficients[index]))
    }
    return promise / 2
  }

  private func penalised(_ here: LogisticInformation) -> NormalMatrix {
    var matrix = here.matrix
    for index in penalty.ridge.indices { matrix[index, index] += penalty.ridge[index] }
    return matrix
  }

  private func step(_ here: LogisticInformation) throws(LogisticError) -> [Double] {
    let matrix = penalised(here)
    guard penalty.isQuadratic else { return descend(matrix, here.gradient) }
    return try boundedStep(matrix, here.gradient)
  }

  /// The step to the least of the quadratic model within the bounds: what would leave them is held at
  /// them until the slope there points back.
  private func boundedStep(
    _ matrix: NormalMatrix, _ gradient: [Double]
  ) throws(LogisticError) -> [Double] {
    let slope = gradient.indices.map { gradient[$0] - penalty.ridge[$0] * coefficients[$0] }
    var held = [Bool](repeating: false, count: slope.count)
    for _ in 0..<50 {
      let (reduced, right) = holding(held, matrix, slope)
      guard let factor = reduced.factored() else { throw .singular }
      let step = factor.solve(right)
      var isSettled = true
      for index in step.indices {
        let least = penalty.lowerBounds[index] - coefficients[index]
        if held[index] {
          var left = slope[index]
          for other in step.indices { left -= matrix[index, other] * step[other] }
          if left > 1e-12 * abs(matrix[index, index]) { (held[index], isSettled) = (false, false) }
        } else if step[index] < least {
          (held[index], isSettled) = (true, false)
        }
      }
      if isSettled { return step }
    }
    return descend(matrix, gradient)
  }

  /// The normal equations with some coefficients going to their bounds.
  private func holding(
    _ held: [Bool], _ matrix: NormalMatrix, _ slope: [Double]
  ) -> (NormalMatrix, right: [Double]) {
    guard held.contains(true) else { return (matrix, slope) }
    var (reduced, right) = (matrix, slope)
    for index in held.indices where held[index] {
      let step = penalty.lowerBounds[index] - coefficients[index]
      for other in held.indices {
        if !held[other] { right[other] -= matrix[index, other] * step }
        if other != index { reduced[index, other] = 0 }
      }
      reduced[index, index] = 1
      right[index] = step
    }
    return (reduced, right)
  }

  /// The step to the least of the quadratic model with absolute penalties and bounds, one
  /// coefficient at a time.
  private func descend(_ matrix: NormalMatrix, _ gradient: [Double]) -> [Double] {
    let order = matrix.order
    var step = [Double](repeating: 0, count: order)
    // What is left of the slope at the present step, ridge included.
    var slope = gradient.indices.map { gradient[$0] - penalty.ridge[$0] * coefficients[$0] }
    let reference = matrix.cells[0].squareRoot()
    for _ in 0..<2000 {
      var largest = 0.0
      for index in 0..<order {
        let curvature = matrix[index, index]
        guard curvature > 0 else { continue }
        let value = coefficients[index] + step[index]
        let pulled = curvature * value + slope[index]
        let shrunk = max(0, abs(pulled) - penalty.lasso[index]) / curvature
        let next = max(penalty.lowerBounds[index], pulled < 0 ? -shrunk : shrunk)
        let change = next - value
        guard change != 0 else { continue }
        step[index] += change
        for other in 0..<order { slope[other] -= matrix[index, other] * change }
        largest = max(largest, abs(change) * curvature.squareRoot())
      }
      if largest < 1e-12 * max(1, reference) { break }
    }
    return step
  }

  private func standardErrors(_ here: LogisticInformation) throws(LogisticError) -> [Double] {
    guard let factor = penalised(here).factored() else {
      guard here.isSeparated || !penalty.isPlain else { throw .singular }
      return [Double](repeating: .nan, count: coefficients.count)
    }
    return factor.inverseDiagonal().map { $0.squareRoot() }
  }
}
