/// Draws indices with chances in proportion to weights; a draw takes logarithmic time.
struct WeightedChoice: Sendable {
  private var sums: [Double] = []

  /// Prepares the draw; weights must not be negative.
  init(_ weights: [Double]) {
    sums.reserveCapacity(weights.count)
    var total = 0.0
    for weight in weights {
      total += weight
      sums.append(total)
    }
  }

  /// The sum of the weights; nothing can be drawn where it is 0.
  var total: Double { sums.last ?? 0 }

  /// An index, or 0 if all weights are 0.
  func draw(_ random: inout DemoRandom) -> Int {
    let mark = random.unit() * total
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > mark { high = middle } else { low = middle + 1 }
    }
    return max(low, 0)
  }
}

/// Whole numbers that add up to a total and follow the weights (largest remainders).
///
/// Every share is at least `minimum` where the total suffices. Equal remainders go to the first.
func apportion(_ total: Int, by weights: [Double], minimum: Int = 0) -> [Int] {
  let sum = weights.reduce(0, +)
  guard !weights.isEmpty, sum > 0 else { return weights.map { _ in 0 } }
  let floor = min(minimum, total / weights.count)
  let rest = Double(total - floor * weights.count)
  let exact = weights.map { $0 / sum * rest }
  var shares = exact.map { floor + Int($0.rounded(.down)) }
  let order = weights.indices.sorted {
    let left = exact[$0] - exact[$0].rounded(.down)
    let right = exact[$1] - exact[$1].rounded(.down)
    return left != right ? left > right : $0 < $1
  }
  for index in order.prefix(max(0, total - shares.reduce(0, +))) { shares[index] += 1 }
  return shares
}
