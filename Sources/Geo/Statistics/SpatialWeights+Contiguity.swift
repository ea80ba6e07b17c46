extension SpatialWeights {
  /// What makes two areas neighbours.
  public enum Contiguity: String, Sendable, CaseIterable {
    /// A common corner is enough.
    case queen
    /// A common line of border is needed.
    case rook
  }

  /// Binary weights of areas that share corners or lines of border, found exactly.
  ///
  /// Positions are shared that are the same numbers; a corner that lies exactly on another area's
  /// line is shared too, so cells of different sizes find each other. Borders that were drawn apart,
  /// be it by a hair, share nothing. O(v log v) in the number of vertices.
  public init(sharedBordersOf areas: [MultiPolygon], _ contiguity: Contiguity) {
    let borders = NodedBorders(areas)
    var pairs: [(key: Int, area: Int32)] = []
    var lines = KeyNumbers<UInt64>()
    for line in borders.lines {
      if contiguity == .queen {
        pairs.append((Int(line.from), line.area))
        pairs.append((Int(line.to), line.area))
      } else {
        pairs.append((lines.number(of: line.key), line.area))
      }
    }
    let keys = contiguity == .queen ? borders.corners : lines.count
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
