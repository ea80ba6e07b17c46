/// What the greedy insertion looks for.
enum Greed: Int, CaseIterable {
  /// Gain per second added.
  case density
  /// Gain per square root of the seconds added.
  case balance
  /// Gain, then few seconds.
  case gain
  /// Square of the gain per second added.
  case prize

  /// The score of an insertion; the time includes the service.
  @inline(__always) func score(gain: Int64, time: Int32) -> Double {
    let value = Double(gain)
    let seconds = Double(max(0, time)) + 1
    switch self {
    case .density: return value / seconds
    case .balance: return value / seconds.squareRoot()
    case .gain: return value - seconds * 1e-9
    case .prize: return value * value / seconds
    }
  }
}
