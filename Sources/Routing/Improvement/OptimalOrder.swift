/// The shortest order of a few stops between two depots.
///
/// Held and Karp's dynamic program over subsets (1962): O(n² 2ⁿ) time, O(n 2ⁿ) memory.
struct OptimalOrder {
  /// The largest number of stops that is ordered exactly.
  static let most = 10

  /// The shortest way from the start through a subset (row) to its last stop (column).
  private var ways: [Int32] = []

  /// Puts the stops of a row (depot, stops, depot) in their shortest order.
  /// - Returns: Whether that is shorter than the order found.
  mutating func solve(_ model: Model, _ row: UnsafeMutablePointer<Int32>, _ count: Int) -> Bool {
    let full = 1 << count
    if ways.count < full * count { ways = [Int32](repeating: 0, count: full * count) }
    let stops = (0..<count).map { row[$0 + 1] }
    for subset in 1..<full {
      for last in 0..<count where subset & (1 << last) != 0 {
        ways[subset * count + last] = way(model, row[0], stops, subset, last, count).length
      }
    }
    var best = (length: Int32.max, last: 0)
    for last in 0..<count {
      let length =
        ways[(full - 1) * count + last] + model.time(stops[last], row[count + 1])
      if length < best.length { best = (length, last) }
    }
    let old = (0...count).reduce(Int32(0)) { $0 + model.time(row[$1], row[$1 + 1]) }
    guard best.length < old else { return false }
    var subset = full - 1
    var last = best.last
    for position in stride(from: count, through: 1, by: -1) {
      row[position] = stops[last]
      let previous = way(model, row[0], stops, subset, last, count).previous
      subset &= ~(1 << last)
      last = previous
    }
    return true
  }

  /// The shortest way to the last stop of a subset, and the stop before it.
  private func way(
    _ model: Model, _ depot: Int32, _ stops: [Int32], _ subset: Int, _ last: Int, _ count: Int
  ) -> (length: Int32, previous: Int) {
    let rest = subset & ~(1 << last)
    guard rest != 0 else { return (model.time(depot, stops[last]), 0) }
    var best = (length: Int32.max, previous: 0)
    for previous in 0..<count where rest & (1 << previous) != 0 {
      let length = ways[rest * count + previous] + model.time(stops[previous], stops[last])
      if length < best.length { best = (length, previous) }
    }
    return best
  }
}
