/// The least time that a visit takes out of all shifts, and the time that there is.
///
/// Half of the way into a site and half of the way out belong to it, whatever its neighbours, which
/// are two different ones unless the visit is the only one between a depot and itself; the halves
/// at the depots belong to the shift.
struct TimeNeed {
  /// Seconds by site of the problem, 0 where the site is not in the model.
  let need: [Double]
  /// Seconds of all shifts together.
  let available: Double

  /// Complexity: O(nodes²).
  init(_ model: Model, sites: Int) {
    var need = [Double](repeating: 0, count: sites)
    for site in 0..<model.siteCount {
      let ways = Self.leastPair(model, site)
      need[model.origin[site]] = Double(model.service[site]) + ways / 2
    }
    self.need = need
    available = (0..<model.shiftCount).reduce(0) { total, shift in
      let out = Self.least(model, model.outOf, Int(model.start[shift]), sitesOnly: true)
      let back = Self.least(model, model.into, Int(model.end[shift]), sitesOnly: true)
      return total + max(0, Double(model.limit[shift]) - (out + back) / 2)
    }
  }

  /// The shortest way into a site from one node and out to another: O(nodes).
  private static func leastPair(_ model: Model, _ site: Int) -> Double {
    let into = twoLeast(model, model.into, site)
    let out = twoLeast(model, model.outOf, site)
    var ways = into.least.time + out.least.time
    if into.least.node == out.least.node, into.least.node < model.siteCount {
      ways = min(into.least.time + out.second.time, into.second.time + out.least.time)
    }
    return ways
  }

  private typealias Way = (time: Double, node: Int)

  /// The two shortest ways between a site and other nodes; endless where there are none.
  private static func twoLeast(
    _ model: Model, _ times: UnsafeMutablePointer<Int32>, _ site: Int
  ) -> (least: Way, second: Way) {
    let row = times + site * model.nodeCount
    var least: Way = (.infinity, -1)
    var second: Way = (.infinity, -1)
    for other in 0..<model.nodeCount where other != site {
      let time = Double(row[other])
      if time < least.time {
        second = least
        least = (time, other)
      } else if time < second.time {
        second = (time, other)
      }
    }
    return (least, second)
  }

  /// The shortest way between a node and any other.
  private static func least(
    _ model: Model, _ times: UnsafeMutablePointer<Int32>, _ node: Int, sitesOnly: Bool = false
  ) -> Double {
    let row = times + node * model.nodeCount
    var least = TravelTimes.unreachable
    for other in 0..<(sitesOnly ? model.siteCount : model.nodeCount)
    where other != node && row[other] < least {
      least = row[other]
    }
    return least == TravelTimes.unreachable ? 0 : Double(least)
  }
}
