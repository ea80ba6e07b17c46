/// For each node the sites that are worth most for the time that it takes to go there.
final class Neighbours {
  /// How many each node has.
  let count: Int
  private let lists: UnsafeMutablePointer<Int32>

  /// Ranks by travel and service per unit of prize: O(nodes x sites).
  init(_ model: Model, atMost most: Int) {
    count = min(most, model.siteCount)
    lists = .allocate(capacity: max(1, model.nodeCount * count))
    var keys = [(key: Double, site: Int32)](
      repeating: (0, 0), count: model.siteCount)
    for node in 0..<model.nodeCount {
      for site in 0..<model.siteCount {
        let time = 2 * Double(model.outOf[node * model.nodeCount + site])
        let worth = Double(max(1, model.prize[site]))
        keys[site] = ((time + Double(model.service[site]) + 1) / worth, Int32(site))
      }
      Self.select(&keys, count)
      for rank in 0..<count { lists[node * count + rank] = keys[rank].site }
    }
  }

  deinit { lists.deallocate() }

  /// The neighbours of a node, in no particular order.
  @inline(__always) func of(_ node: Int32) -> UnsafeMutablePointer<Int32> {
    lists + Int(node) * count
  }

  /// Hoare's quickselect: moves the `count` smallest keys to the front.
  private static func select(_ keys: inout [(key: Double, site: Int32)], _ count: Int) {
    var low = 0
    var high = keys.count - 1
    while low < high {
      let pivot = keys[(low + high) / 2].key
      var left = low
      var right = high
      while left <= right {
        while keys[left].key < pivot { left += 1 }
        while keys[right].key > pivot { right -= 1 }
        guard left <= right else { break }
        keys.swapAt(left, right)
        left += 1
        right -= 1
      }
      if count - 1 <= right {
        high = right
      } else if count - 1 >= left {
        low = left
      } else {
        return
      }
    }
  }
}
