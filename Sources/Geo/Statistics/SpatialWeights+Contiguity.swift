extension SpatialWeights {
  /// What makes two areas neighbours.
  public enum Contiguity: String, Sendable, CaseIterable {
    /// A common corner is enough.
    case queen
    /// A common line of border is needed.
    case rook
  }

  /// Binary weights of areas that share corners or lines of border, found exactly: only positions
  /// that are the same numbers are the same corner; O(vertices).
  ///
  /// Where one border has a corner in the middle of another's line, that corner is not shared:
  /// borders must be noded. Areas that come out as islands though they touch are a sign of this.
  public init(sharedBordersOf areas: [MultiPolygon], _ contiguity: Contiguity) {
    var corners = CornerNumbers()
    var holders: [UInt64: Int] = [:]
    var pairs: [(key: Int, area: Int32)] = []
    for (number, area) in areas.enumerated() {
      let id = Int32(truncatingIfNeeded: number)
      for polygon in area.polygons {
        for ring in polygon.rings {
          guard var last = ring.last.map({ corners.number(of: $0) }) else { continue }
          for position in ring {
            let corner = corners.number(of: position)
            if contiguity == .queen {
              pairs.append((corner, id))
            } else if corner != last {
              let ends = UInt64(min(corner, last)) << 32 | UInt64(max(corner, last))
              let line = holders[ends] ?? holders.count
              holders[ends] = line
              pairs.append((line, id))
            }
            last = corner
          }
        }
      }
    }
    let keys = contiguity == .queen ? corners.count : holders.count
    self.init(meeting: pairs, keys: keys, count: areas.count)
  }

  /// Makes features neighbours that hold the same key.
  private init(meeting pairs: [(key: Int, area: Int32)], keys: Int, count: Int) {
    var ends = [Int](repeating: 0, count: keys + 1)
    for pair in pairs { ends[pair.key + 1] += 1 }
    for key in 0..<keys { ends[key + 1] += ends[key] }
    var holders = [Int32](repeating: 0, count: pairs.count)
    var fill = ends
    for pair in pairs {
      holders[fill[pair.key]] = pair.area
      fill[pair.key] += 1
    }
    var neighbours: [Int32] = []
    var starts = [0]
    var seen = [Int32](repeating: -1, count: count)
    var next = 0
    for area in 0..<count {
      let id = Int32(truncatingIfNeeded: area)
      var found: [Int32] = []
      seen[area] = id
      // Pairs stand in the order of the areas.
      while next < pairs.count, pairs[next].area == id {
        for place in ends[pairs[next].key]..<ends[pairs[next].key + 1] {
          let other = holders[place]
          if seen[Int(other)] != id {
            seen[Int(other)] = id
            found.append(other)
          }
        }
        next += 1
      }
      neighbours += found.sorted()
      starts.append(neighbours.count)
    }
    self.init(
      starts: starts, neighbours: neighbours,
      values: [Double](repeating: 1, count: neighbours.count))
  }

  /// Binary weights of cells of a grid, given by column and row: eight neighbours at most (queen) or
  /// four (rook); O(cells).
  ///
  /// Cells named twice are neighbours of each other.
  public init(cells: [(column: Int, row: Int)], _ contiguity: Contiguity) {
    var places: [SIMD2<Int>: [Int]] = [:]
    for (number, cell) in cells.enumerated() {
      places[SIMD2(cell.column, cell.row), default: []].append(number)
    }
    var rows: [[Int]] = []
    for (number, cell) in cells.enumerated() {
      var row: [Int] = []
      for up in -1...1 {
        for right in -1...1 where contiguity == .queen || up == 0 || right == 0 {
          row += places[SIMD2(cell.column + right, cell.row + up)] ?? []
        }
      }
      rows.append(row.filter { $0 != number })
    }
    self.init(rows: rows)
  }
}

/// Numbers for positions: equal ones have the same.
private struct CornerNumbers {
  private var corners: [Coordinate] = []
  private var slots = [Int32](repeating: -1, count: 64)

  var count: Int { corners.count }

  mutating func number(of position: Coordinate) -> Int {
    if corners.count * 2 >= slots.count { grow() }
    let slot = slot(of: position)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(truncatingIfNeeded: corners.count)
    corners.append(position)
    return corners.count - 1
  }

  private func slot(of position: Coordinate) -> Int {
    // Adding 0 makes -0 and 0 the same number.
    var hash = (position.x + 0).bitPattern &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32) ^ (position.y + 0).bitPattern) &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0, corners[Int(slots[slot])] != position {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, corner) in corners.enumerated() {
      slots[slot(of: corner)] = Int32(truncatingIfNeeded: number)
    }
  }
}
