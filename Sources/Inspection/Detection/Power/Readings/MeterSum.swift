/// The load of a circuit with several meters.
///
/// A meter stands there from its first to its last reading, so that one may take the place of another.
/// Where one that stands there was not measured, neither was the circuit: a part is not the whole.
enum MeterSum {
  /// The sum of the meters' loads on the same grid, NaN where not measured; nil without meters.
  ///
  /// O(meters x intervals).
  static func loads(of meters: [[Float]]) -> [Float]? {
    guard meters.count > 1, var sum = meters.first.map({ [Float](repeating: 0, count: $0.count) })
    else { return meters.first }
    var standing = [UInt8](repeating: 0, count: sum.count)
    for meter in meters {
      guard let first = meter.firstIndex(where: { $0 == $0 }),
        let last = meter.lastIndex(where: { $0 == $0 })
      else { continue }
      for index in first...last {
        sum[index] += meter[index]
        standing[index] = 1
      }
    }
    for index in sum.indices where standing[index] == 0 { sum[index] = .nan }
    return sum
  }
}
