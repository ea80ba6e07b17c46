/// What one set of losses saves over another, row by row.
enum PairedGain {
  static func of(
    _ losses: [Double], over other: [Double]
  ) -> (mean: Double, standardError: Double) {
    let count = Double(max(1, losses.count))
    let mean = zip(losses, other).reduce(0) { $0 + ($1.0 - $1.1) } / count
    let squares = zip(losses, other).reduce(0) { $0 + ($1.0 - $1.1 - mean) * ($1.0 - $1.1 - mean) }
    return (mean, (squares / count / max(1, count - 1)).squareRoot())
  }
}
