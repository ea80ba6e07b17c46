/// The walks of one shift over its sites, in steps of time that are rounded down.
///
/// A walk may come back to a site, but not to the one it has just left: of each place and time the
/// best walk is kept, and the best of those that came from elsewhere than it.
final class WalkGrid {
  private let siteCount: Int
  /// Steps of time in the shift.
  private let length: Int
  /// Steps from the start to each site, from one (column) to another (row), and on to the end.
  private let first: [Int]
  private let legs: [Int32]
  private let last: [Int]
  private var value: [Double]
  private var second: [Double]
  private var before: [Int32]
  private var secondBefore: [Int32]

  /// Nil where two sites are so near that time would have to be cut too finely.
  init?(_ model: Model, shift: Int) {
    let count = model.siteCount
    let limit = model.limit[shift]
    var least = Int32.max
    for from in 0..<count {
      for to in 0..<count where to != from {
        least = min(least, model.service[from] + model.outOf[from * model.nodeCount + to])
      }
    }
    guard least > 0, limit > 0 else { return nil }
    let unit = min(least, (limit + Self.usual - 1) / Self.usual)
    guard limit / unit <= Self.most else { return nil }
    siteCount = count
    length = Int(limit / unit)
    first = (0..<count).map { Int(model.time(model.start[shift], Int32($0)) / unit) }
    last = (0..<count).map {
      Int((model.service[$0] + model.time(Int32($0), model.end[shift])) / unit)
    }
    var legs = [Int32](repeating: 0, count: count * count)
    for to in 0..<count {
      for from in 0..<count where from != to {
        legs[to * count + from] =
          (model.service[from] + model.outOf[from * model.nodeCount + to]) / unit
      }
    }
    self.legs = legs
    let cells = (length + 1) * count
    value = [Double](repeating: 0, count: cells)
    second = value
    before = [Int32](repeating: -1, count: cells)
    secondBefore = before
  }

  /// Steps that a shift is cut into, and the most where sites are near.
  private static let usual: Int32 = 160
  private static let most: Int32 = 640

  /// The best walk for a gain at each visit, at least 0 for none: O(steps x sites²).
  func best(_ gain: [Double]) -> (value: Double, walk: [Int]) {
    var best = (value: 0.0, time: 0, site: -1)
    for time in 0...length {
      for site in 0..<siteCount {
        reach(site, at: time, gain[site])
        let total = value[time * siteCount + site]
        if total > best.value, time + last[site] <= length { best = (total, time, site) }
      }
    }
    guard best.site >= 0 else { return (0, []) }
    return (best.value, trace(best.site, best.time))
  }

  /// The best walks that begin service at a site at a time.
  private func reach(_ site: Int, at time: Int, _ gain: Double) {
    let cell = time * siteCount + site
    var (most, next) = (-Double.infinity, -Double.infinity)
    var (from, nextFrom): (Int32, Int32) = (-1, -1)
    // Steps rounded down need not obey the triangle inequality: nothing is cut off before the end.
    if time == first[site] { most = 0 }
    legs.withUnsafeBufferPointer { legs in
      value.withUnsafeBufferPointer { value in
        for other in 0..<siteCount where other != site {
          let earlier = time &- Int(legs[site &* siteCount &+ other])
          guard earlier >= 0 else { continue }
          let place = earlier &* siteCount &+ other
          guard value[place] > next else { continue }
          let total = before[place] == Int32(site) ? second[place] : value[place]
          if total > most {
            (next, nextFrom) = (most, from)
            (most, from) = (total, Int32(other))
          } else if total > next {
            (next, nextFrom) = (total, Int32(other))
          }
        }
      }
    }
    value[cell] = most + gain
    second[cell] = next + gain
    before[cell] = from
    secondBefore[cell] = nextFrom
  }

  private func trace(_ site: Int, _ time: Int) -> [Int] {
    var walk = [site]
    var (site, time, isSecond) = (site, time, false)
    while true {
      let cell = time * siteCount + site
      let other = Int(isSecond ? secondBefore[cell] : before[cell])
      guard other >= 0 else { return walk }
      time -= Int(legs[site * siteCount + other])
      isSecond = before[time * siteCount + other] == Int32(site)
      walk.append(other)
      site = other
    }
  }
}
