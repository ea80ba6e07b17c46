/// The least time that a visit takes out of all shifts, and the time that there is.
///
/// Half of the shortest way into a site and half of the shortest way out belong to it, whatever
/// its neighbours; the halves at the depots belong to the shift.
struct TimeNeed {
  /// Seconds by site of the problem, 0 where the site is not in the model.
  let need: [Double]
  /// Seconds of all shifts together.
  let available: Double

  /// Complexity: O(nodes²).
  init(_ model: Model, sites: Int) {
    var need = [Double](repeating: 0, count: sites)
    for site in 0..<model.siteCount {
      let ways = Self.least(model, model.into, site) + Self.least(model, model.outOf, site)
      need[model.origin[site]] = Double(model.service[site]) + ways / 2
    }
    self.need = need
    available = (0..<model.shiftCount).reduce(0) { total, shift in
      let out = Self.least(model, model.outOf, Int(model.start[shift]), sitesOnly: true)
      let back = Self.least(model, model.into, Int(model.end[shift]), sitesOnly: true)
      return total + max(0, Double(model.limit[shift]) - (out + back) / 2)
    }
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
