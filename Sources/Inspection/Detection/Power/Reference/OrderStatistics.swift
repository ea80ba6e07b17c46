/// Medians and quantiles of loads.
enum OrderStatistics {
  /// The value below which a share of the values lies; reorders them.
  ///
  /// O(n) on average.
  /// Of the two values beside the place the lower one, so that it is one that was measured; 0 for no
  /// values at all.
  static func quantile(_ share: Double, of values: inout [Float]) -> Float {
    let count = values.count
    return values.withUnsafeMutableBufferPointer { quantile(share, of: $0, count) }
  }

  /// The same over the first values of some memory.
  static func quantile(
    _ share: Double, of values: UnsafeMutableBufferPointer<Float>, _ count: Int
  ) -> Float {
    guard count > 0, let base = values.baseAddress else { return 0 }
    let place = Int(Double(count - 1) * share)
    if count <= 24 { sort(base, count) } else { select(base, count, place) }
    return base[place]
  }

  /// Insertion sort.
  private static func sort(_ values: UnsafeMutablePointer<Float>, _ count: Int) {
    var next = 1
    while next < count {
      let value = values[next]
      var hole = next
      while hole > 0, values[hole - 1] > value {
        values[hole] = values[hole - 1]
        hole -= 1
      }
      values[hole] = value
      next += 1
    }
  }

  /// Hoare's selection: puts the value of a place there, smaller ones before it.
  private static func select(_ values: UnsafeMutablePointer<Float>, _ count: Int, _ place: Int) {
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = median(values[low], values[(low + high) / 2], values[high])
      var (i, j) = (low, high)
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        guard i <= j else { break }
        let swapped = values[i]
        values[i] = values[j]
        values[j] = swapped
        i += 1
        j -= 1
      }
      if place <= j {
        high = j
      } else if place >= i {
        low = i
      } else {
        return
      }
    }
  }

  @inline(__always)
  private static func median(_ a: Float, _ b: Float, _ c: Float) -> Float {
    max(min(a, b), min(max(a, b), c))
  }
}
