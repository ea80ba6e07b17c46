/// Positions in the order of a Hilbert curve: neighbours in the order are neighbours on the ground.
public enum HilbertOrder {
  /// The numbers of the positions along a curve of 65,536 steps a side over their rectangle.
  ///
  /// Positions in the same step keep their order; those not finite or beyond 1e150 are left out.
  /// O(n), by radix sort.
  public static func order(xs: [Double], ys: [Double]) -> [Int32] {
    var box = Envelope.empty
    var ids: [Int32] = []
    ids.reserveCapacity(min(xs.count, ys.count))
    for index in 0..<min(xs.count, ys.count) {
      let position = Coordinate(xs[index], ys[index])
      // Beyond this, squared distances are no numbers any more.
      guard max(position.x.magnitude, position.y.magnitude) < 1e150 else { continue }
      box.include(position)
      ids.append(Int32(truncatingIfNeeded: index))
    }
    guard !ids.isEmpty else { return [] }
    let scaleX = box.width > 1e-290 ? 65_535 / box.width : 0
    let scaleY = box.height > 1e-290 ? 65_535 / box.height : 0
    var keyed = ids.map { id in
      let column = UInt32(min((xs[Int(id)] - box.minX) * scaleX, 65_535))
      let row = UInt32(min((ys[Int(id)] - box.minY) * scaleY, 65_535))
      return UInt64(distance(column, row)) << 32 | UInt64(UInt32(bitPattern: id))
    }
    sortByHighHalf(&keyed)
    return keyed.map { Int32(bitPattern: UInt32(truncatingIfNeeded: $0)) }
  }

  /// How far along the curve a step lies (Hamilton's bit-by-bit rule).
  static func distance(_ column: UInt32, _ row: UInt32) -> UInt32 {
    var x = column
    var y = row
    var distance: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side != 0 ? 1 : 0
      let upper: UInt32 = y & side != 0 ? 1 : 0
      distance &+= side &* side &* ((3 &* right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = 65_535 &- x
          y = 65_535 &- y
        }
        swap(&x, &y)
      }
      side >>= 1
    }
    return distance
  }

  /// Sorts by the upper 32 bits, stably, in four counting passes.
  private static func sortByHighHalf(_ keyed: inout [UInt64]) {
    var other = [UInt64](repeating: 0, count: keyed.count)
    for shift in stride(from: UInt64(32), to: 64, by: 8) {
      var starts = [Int](repeating: 0, count: 257)
      for key in keyed { starts[Int(key >> shift & 255) + 1] += 1 }
      for digit in 1...256 { starts[digit] += starts[digit - 1] }
      for key in keyed {
        let digit = Int(key >> shift & 255)
        other[starts[digit]] = key
        starts[digit] += 1
      }
      swap(&keyed, &other)
    }
  }
}
