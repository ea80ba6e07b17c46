/// Finds the core points of crowded cells by bounds for groups of points.
///
/// What is within the radius of a whole group is counted once, what is beyond it is left out, and
/// only the ring between is looked at again when the group is halved: so thousands of points in reach
/// cost each point some dozens of comparisons where the group is decided, and a ring as thin as the
/// last group is wide where the count is close to what is needed.
struct CrowdedCores {
  private let cells: RadiusCells
  private let radius: Double
  private let minPoints: Int
  /// The points of the cell, in the order of groups.
  private var members: [Int32] = []
  /// Points in question, of each group behind those of the group around it.
  private var xs: [Double] = []
  private var ys: [Double] = []

  /// With fewer points around or in a cell, to look at each is faster.
  static func isWorthwhile(members: Int, near: Int) -> Bool { members >= 16 && near > 1024 }

  init(_ cells: RadiusCells, radius: Double, minPoints: Int) {
    self.cells = cells
    self.radius = radius
    self.minPoints = minPoints
  }

  /// Marks the core points of a cell; `rows` are the cells around it.
  mutating func mark(
    _ points: Range<Int>, _ rows: UnsafeBufferPointer<Range<Int>>, in core: AlignedColumn<Bool>
  ) {
    members.removeAll(keepingCapacity: true)
    for point in points { members.append(Int32(truncatingIfNeeded: point)) }
    var count = 0
    reserve(rows.reduce(0) { $0 + cells.points($1).count })
    for row in rows {
      for point in cells.points(row) {
        xs[count] = cells.xs.base[point]
        ys[count] = cells.ys.base[point]
        count += 1
      }
    }
    decide(0..<members.count, 0..<count, 0, core)
  }

  private mutating func reserve(_ count: Int) {
    guard count > xs.count else { return }
    let more = [Double](repeating: 0, count: count * 2 - xs.count)
    xs += more
    ys += more
  }

  /// A box's middle and how far the group's points are from it at most.
  private func middle(of group: Range<Int>) -> (centre: SIMD2<Double>, reach: Double, box: Envelope)
  {
    var box = Envelope.empty
    for place in group {
      let point = Int(members[place])
      box.include(Coordinate(cells.xs.base[point], cells.ys.base[point]))
    }
    let centre = SIMD2((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    var squared = 0.0
    for place in group {
      let point = Int(members[place])
      let offset = SIMD2(cells.xs.base[point], cells.ys.base[point]) - centre
      squared = max(squared, (offset * offset).sum())
    }
    return (centre, squared.squareRoot(), box)
  }

  /// Marks the core points of a group that has so many points in reach besides those in question.
  private mutating func decide(
    _ group: Range<Int>, _ asked: Range<Int>, _ sure: Int, _ core: AlignedColumn<Bool>
  ) {
    let (centre, reach, box) = middle(of: group)
    let (ring, within) = divide(asked, centre, reach)
    let found = sure + within
    guard found < minPoints else {
      for place in group { core.base[Int(members[place])] = true }
      return
    }
    guard found + ring.count >= minPoints else { return }
    let split = group.count > 4 ? halve(group, box) : group.lowerBound
    guard split > group.lowerBound, split < group.upperBound else {
      for place in group {
        core.base[Int(members[place])] = found + count(Int(members[place]), ring) >= minPoints
      }
      return
    }
    decide(group.lowerBound..<split, ring, found, core)
    decide(split..<group.upperBound, ring, found, core)
  }

  /// Puts the points that only some of a group may reach behind those in question, and counts those
  /// that all of it reach.
  private mutating func divide(
    _ asked: Range<Int>, _ centre: SIMD2<Double>, _ reach: Double
  ) -> (ring: Range<Int>, within: Int) {
    reserve(asked.upperBound + asked.count)
    // Rounding is a millionth of this at most: what is nearly at the radius is looked at exactly.
    let slack = radius * 1e-9
    let near = radius - reach - slack
    let nearest = near > 0 ? near * near : -1
    let farthest = (radius + reach + slack) * (radius + reach + slack)
    var top = asked.upperBound
    var within = 0
    xs.withUnsafeMutableBufferPointer { xs in
      ys.withUnsafeMutableBufferPointer { ys in
        for place in asked {
          let (x, y) = (xs[place], ys[place])
          let (dx, dy) = (x - centre.x, y - centre.y)
          let squared = dx * dx + dy * dy
          // Written always, kept if it counts: without a branch.
          xs[top] = x
          ys[top] = y
          within += squared <= nearest ? 1 : 0
          top += squared > nearest && squared <= farthest ? 1 : 0
        }
      }
    }
    return (asked.upperBound..<top, within)
  }

  /// Sorts a group by the middle of its box's longer side; gives where the second half begins.
  private mutating func halve(_ group: Range<Int>, _ box: Envelope) -> Int {
    let isWide = box.width >= box.height
    let limit = isWide ? (box.minX + box.maxX) / 2 : (box.minY + box.maxY) / 2
    var split = group.lowerBound
    for place in group {
      let point = Int(members[place])
      guard (isWide ? cells.xs.base[point] : cells.ys.base[point]) <= limit else { continue }
      members.swapAt(place, split)
      split += 1
    }
    return split
  }

  /// How many points of a ring are within the radius of a point.
  private func count(_ point: Int, _ ring: Range<Int>) -> Int {
    let (x, y) = (cells.xs.base[point], cells.ys.base[point])
    let limit = radius * radius
    return xs.withUnsafeBufferPointer { xs in
      ys.withUnsafeBufferPointer { ys in
        var found = 0
        for place in ring {
          let (dx, dy) = (xs[place] - x, ys[place] - y)
          found &+= dx * dx + dy * dy <= limit ? 1 : 0
        }
        return found
      }
    }
  }
}
