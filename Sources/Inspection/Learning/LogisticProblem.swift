/// What is fitted: rows, outcomes, weights and offsets.
struct LogisticProblem: Sendable {
  let design: DesignMatrix
  /// 1 for a hit, else 0.
  let outcomes: [Double]
  let weights: [Double]?
  let offsets: [Double]?
}
