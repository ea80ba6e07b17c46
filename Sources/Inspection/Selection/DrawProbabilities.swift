/// How likely each of a team's sites comes into its draw.
///
/// Sites known independently of localities have a probability in proportion to their size, as if
/// there were no others, times 1 - s; sites known only locally share s of the draw in proportion to
/// theirs, where s is their part of all sizes, and `localShare` at most. So whatever a locality adds
/// to its lists, no independent site's probability falls by more than the factor 1 - `localShare`.
struct DrawProbabilities {
  /// Of the sites known independently, in their order.
  let independent: [Double]
  /// Of the sites known only locally, in their order.
  let local: [Double]

  /// - Parameters:
  ///   - independent: positive sizes of sites known independently.
  ///   - local: positive sizes of sites known only locally.
  ///   - count: how many to draw; the probabilities add up to it where there are sites enough.
  ///   - localShare: the most of the draw that sites known only locally may take, 0 to 1.
  /// - Complexity: O(n log n).
  init(independent sizes: [Double], local: [Double], drawing count: Int, localShare: Double) {
    let sum = sizes.reduce(0, +)
    let localSum = local.reduce(0, +)
    let share = localSum > 0 ? min(localShare, localSum / (localSum + sum)) : 0
    self.local = InclusionProbability.proportional(to: local, drawing: share * Double(count))
    let left = count > 0 ? 1 - min(share, self.local.reduce(0, +) / Double(count)) : 1
    independent = InclusionProbability.proportional(to: sizes, drawing: Double(count)).map {
      $0 * left
    }
  }
}
