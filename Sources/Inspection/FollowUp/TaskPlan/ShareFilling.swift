/// Shares in proportion to what is wanted, none below its least and none above its most.
struct ShareFilling {
  /// The shares; they add up to 1, or to the sum of `most` if that is less.
  let shares: [Double]

  /// The one multiplier at which the clamped shares add up is found by bisection, since their sum grows
  /// with it.
  /// - Complexity: linear in the shares, 60 times.
  init(wanted: [Double], least: [Double], most: [Double]) {
    let total = min(1, most.reduce(0, +))
    func filled(_ factor: Double) -> [Double] {
      zip(wanted, zip(least, most)).map { min(max($0 * factor, $1.0), $1.1) }
    }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 where filled(high).reduce(0, +) < total { high *= 2 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if filled(middle).reduce(0, +) < total { low = middle } else { high = middle }
    }
    var found = filled(high)
    let sum = found.reduce(0, +)
    // Where nothing is wanted, or the floors alone are too much, what there is is scaled.
    if sum > 1 || (sum < total && sum > 0) { found = found.map { $0 * total / sum } }
    shares = found
  }

  /// Whole percents by largest remainder; they add up to what the shares do, rounded.
  static func percents(_ shares: [Double]) -> [Int] {
    let exact = shares.map { $0 * 100 }
    var whole = exact.map { Int($0.rounded(.down)) }
    let missing = Int(exact.reduce(0, +).rounded()) - whole.reduce(0, +)
    let order = exact.indices.sorted {
      (-(exact[$0] - exact[$0].rounded(.down)), $0) < (-(exact[$1] - exact[$1].rounded(.down)), $1)
    }
    for index in order.prefix(max(0, missing)) { whole[index] += 1 }
    return whole
  }
}
