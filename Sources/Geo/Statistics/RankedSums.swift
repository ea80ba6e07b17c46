/// The sums of all permutations for one number of neighbours, kept as counts while the location goes
/// from feature to feature.
///
/// With a shared table the sums depend on the location only through the entries that step over it:
/// going on by one feature changes those permutations alone that hold it. So all locations together
/// cost O(P c + n), however many there are. A sum is kept as its place among the sums observed,
/// counted in three levels of 64.
struct RankedSums {
  /// What was observed, ascending, each once.
  private let observed: [Int64]
  /// The first of `observed` in or after each interval of 2^shift from the lowest on.
  private let firsts: [Int32]
  private let lowest: Int64
  private let highest: Int64
  private let shift: Int64
  /// Counts by place, by 64 places, by 4,096 places.
  private var fine: [Int32]
  private var middle: [Int32]
  private var coarse: [Int32]

  init(observed sums: [Int64]) {
    lowest = sums.min() ?? 0
    highest = sums.max() ?? 0
    let range = highest - lowest
    shift = max(0, Int64(Int64.bitWidth - range.leadingZeroBitCount) - 16)
    observed = Self.distinct(sums, lowest, range)
    let buckets = Int(range >> shift) + 2
    var firsts = [Int32](repeating: 0, count: buckets)
    var next = 0
    for bucket in 0..<buckets {
      while next < observed.count, Int((observed[next] - lowest) >> shift) < bucket { next += 1 }
      firsts[bucket] = Int32(truncatingIfNeeded: next)
    }
    self.firsts = firsts
    fine = [Int32](repeating: 0, count: observed.count * 2 + 2 + 64)
    middle = [Int32](repeating: 0, count: fine.count / 64 + 64)
    coarse = [Int32](repeating: 0, count: middle.count / 64 + 1)
  }

  private static func distinct(_ sums: [Int64], _ lowest: Int64, _ range: Int64) -> [Int64] {
    guard range < 1 << 16 else {
      var result: [Int64] = []
      for sum in sums.sorted() where sum != result.last { result.append(sum) }
      return result
    }
    var isThere = [Bool](repeating: false, count: Int(range) + 1)
    for sum in sums { isThere[Int(sum - lowest)] = true }
    return isThere.indices.filter { isThere[$0] }.map { Int64($0) + lowest }
  }

  /// Twice the number of observed sums below, and one more if the sum is one of them.
  @inline(__always)
  func place(of sum: Int64) -> Int32 {
    if sum < lowest { return 0 }
    if sum > highest { return Int32(truncatingIfNeeded: 2 * observed.count) }
    let bucket = Int((sum - lowest) >> shift)
    var low = Int(firsts[bucket])
    var high = Int(firsts[bucket + 1])
    while low < high {
      let centre = (low + high) >> 1
      if observed[centre] < sum { low = centre + 1 } else { high = centre }
    }
    let isEqual = low < observed.count && observed[low] == sum
    return Int32(truncatingIfNeeded: 2 * low + (isEqual ? 1 : 0))
  }

  /// Counts one more, or one less, at a place.
  @inline(__always)
  mutating func add(_ amount: Int32, at place: Int32) {
    let place = Int(place)
    fine[place] &+= amount
    middle[place >> 6] &+= amount
    coarse[place >> 12] &+= amount
  }

  /// How many sums lie below a place, and how many on it.
  @inline(__always)
  func rank(of place: Int32) -> (below: Int32, equal: Int32) {
    let place = Int(place)
    var below: Int32 = 0
    for index in 0..<place >> 12 { below &+= coarse[index] }
    for index in (place >> 12) << 6..<place >> 6 { below &+= middle[index] }
    for index in (place >> 6) << 6..<place { below &+= fine[index] }
    return (below, fine[place])
  }
}
