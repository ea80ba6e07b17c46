/// A solution under construction: the stops of each shift, always feasible in time and visits.
///
/// A shift's row holds its start depot, its stops and its end depot; gap `p` lies between entries
/// `p` and `p + 1`, and a stop's position is its index in the row, from 1. Changes since the last
/// ``commit()`` can be taken back with ``rollback()``.
struct Schedule: ~Copyable {
  let model: Model
  let stops: UnsafeMutablePointer<Int32>
  /// The time from each entry of a row to the next.
  let legs: UnsafeMutablePointer<Int32>
  /// The number of stops of each shift.
  let count: UnsafeMutablePointer<Int32>
  /// Seconds on the road.
  let drive: UnsafeMutablePointer<Int32>
  /// Seconds of service.
  let work: UnsafeMutablePointer<Int32>
  /// Where windows are used: when service begins at the earliest, and at the latest, by entry.
  let earliest: UnsafeMutablePointer<Int32>
  let latest: UnsafeMutablePointer<Int32>
  /// The shift of each site, or -1.
  let shiftOf: UnsafeMutablePointer<Int32>
  let groupVisits: UnsafeMutablePointer<Int32>
  /// The sites not visited, in no particular order, and the place of each in that list.
  let idle: UnsafeMutablePointer<Int32>
  let idlePlace: UnsafeMutablePointer<Int32>
  private(set) var idleCount: Int
  var tally: Tally
  var journal: Journal

  /// An empty schedule.
  init(_ model: Model) {
    self.model = model
    let cells = model.shiftCount * model.stride
    stops = Self.zeros(cells)
    legs = Self.zeros(cells)
    count = Self.zeros(model.shiftCount)
    drive = Self.zeros(model.shiftCount)
    work = Self.zeros(model.shiftCount)
    earliest = Self.zeros(cells)
    latest = Self.zeros(cells)
    shiftOf = Self.zeros(model.siteCount)
    groupVisits = Self.zeros(model.groupCount)
    idle = Self.zeros(model.siteCount)
    idlePlace = Self.zeros(model.siteCount)
    idleCount = model.siteCount
    tally = Tally(model)
    journal = Journal(model)
    for site in 0..<model.siteCount {
      shiftOf[site] = -1
      idle[site] = Int32(site)
      idlePlace[site] = Int32(site)
    }
    for shift in 0..<model.shiftCount {
      stops[shift * model.stride] = model.start[shift]
      stops[shift * model.stride + 1] = model.end[shift]
      measure(shift)
    }
  }

  deinit {
    for column in [
      stops, legs, count, drive, work, earliest, latest, shiftOf, groupVisits, idle,
      idlePlace,
    ] {
      column.deallocate()
    }
    journal.free()
  }

  /// The row of a shift: depot, stops, depot.
  @inline(__always) func row(_ shift: Int) -> UnsafeMutablePointer<Int32> {
    stops + shift * model.stride
  }

  /// The time left in a shift, without regard to windows.
  @inline(__always) func slack(_ shift: Int) -> Int32 {
    model.limit[shift] - drive[shift] - work[shift]
  }

  @inline(__always) func hasRoom(_ shift: Int) -> Bool { count[shift] < model.visits[shift] }

  /// Whether the stops of a shift can be done in time; an empty shift always can.
  func isFeasible(_ shift: Int) -> Bool {
    guard count[shift] > 0 else { return true }
    guard count[shift] <= model.visits[shift], slack(shift) >= 0 else { return false }
    guard model.hasWindows else { return true }
    let base = shift * model.stride
    return (0...Int(count[shift]) + 1).allSatisfy { earliest[base + $0] <= latest[base + $0] }
  }

  /// The position of a visited site in the row of its shift.
  func position(_ site: Int32) -> Int {
    let row = row(Int(shiftOf[Int(site)]))
    var position = 1
    while row[position] != site { position += 1 }
    return position
  }

  /// The stops of each shift in order.
  var routes: [[Int32]] {
    (0..<model.shiftCount).map { shift in
      let row = row(shift)
      return (0..<Int(count[shift])).map { row[$0 + 1] }
    }
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Int32> {
    let column = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, count))
    column.initialize(repeating: 0, count: max(1, count))
    return column
  }

  // MARK: Bookkeeping of visits

  mutating func markVisited(_ site: Int32, _ shift: Int) {
    let index = Int(site)
    shiftOf[index] = Int32(shift)
    idleCount -= 1
    let last = idle[idleCount]
    idle[Int(idlePlace[index])] = last
    idlePlace[Int(last)] = idlePlace[index]
    tally.prize += model.prize[index]
    if model.required[index] { tally.requiredMissing -= 1 }
    let group = Int(model.group[index])
    guard group >= 0 else { return }
    groupVisits[group] += 1
    if groupVisits[group] <= model.minimum[group] { tally.groupVisitsMissing -= 1 }
  }

  mutating func markIdle(_ site: Int32) {
    let index = Int(site)
    shiftOf[index] = -1
    idle[idleCount] = site
    idlePlace[index] = Int32(idleCount)
    idleCount += 1
    tally.prize -= model.prize[index]
    if model.required[index] { tally.requiredMissing += 1 }
    let group = Int(model.group[index])
    guard group >= 0 else { return }
    if groupVisits[group] <= model.minimum[group] { tally.groupVisitsMissing += 1 }
    groupVisits[group] -= 1
  }

  /// Whether one more visit of the site's group is asked for.
  @inline(__always) func groupWants(_ site: Int32) -> Bool {
    let group = Int(model.group[Int(site)])
    return group >= 0 && groupVisits[group] < model.minimum[group]
  }

  /// Whether the site's group would miss the visit of the site.
  @inline(__always) func groupNeeds(_ site: Int32) -> Bool {
    let group = Int(model.group[Int(site)])
    return group >= 0 && groupVisits[group] <= model.minimum[group]
  }

  /// Whether leaving the site out would break a rule.
  @inline(__always) func isBound(_ site: Int32) -> Bool {
    model.required[Int(site)] || groupNeeds(site)
  }
}
