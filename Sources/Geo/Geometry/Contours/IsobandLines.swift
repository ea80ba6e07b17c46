/// A straight piece of a band's border, the band on its left.
struct IsobandLine {
  /// Places of the surface.
  let from: Int
  let to: Int
  /// The square that it belongs to, by its north-west position.
  let square: Int32
}

/// All lines between bands, and all of the border of the surface.
struct IsobandLines {
  /// For each level its contour, what is higher on the left.
  private var contours: [[IsobandLine]]
  /// For each band the pieces of the surface's border in it.
  private var edges: [[IsobandLine]]
  private let surface: SampledSurface

  init(_ surface: SampledSurface) {
    self.surface = surface
    contours = Array(repeating: [], count: surface.levelCount)
    edges = contours
    let lattice = surface.lattice
    for row in 0..<max(0, lattice.rows - 1) {
      for column in 0..<max(0, lattice.columns - 1) {
        addSquare(row * lattice.columns + column, column, row)
      }
    }
  }

  /// The whole border of a band.
  func border(of band: Int) -> [IsobandLine] {
    var lines = contours[band] + edges[band]
    guard band + 1 < contours.count else { return lines }
    lines.reserveCapacity(lines.count + contours[band + 1].count)
    for line in contours[band + 1] {
      lines.append(IsobandLine(from: line.to, to: line.from, square: line.square))
    }
    return lines
  }

  /// Whether a square has four corners that are numbers.
  private func isSquare(_ column: Int, _ row: Int) -> Bool {
    let lattice = surface.lattice
    guard column >= 0, row >= 0, column + 1 < lattice.columns, row + 1 < lattice.rows else {
      return false
    }
    let first = row * lattice.columns + column
    return ![first, first + 1, first + lattice.columns, first + lattice.columns + 1].contains {
      surface.reached[$0] == SampledSurface.missing
    }
  }

  private mutating func addSquare(_ first: Int, _ column: Int, _ row: Int) {
    let columns = surface.lattice.columns
    // Corners counter-clockwise from the south-west.
    let corners: InlineArray<4, Int> = [
      first + columns, first + columns + 1, first + 1, first,
    ]
    var low = Int32.max
    var high = Int32.min
    for side in 0..<4 {
      let reached = surface.reached[corners[side]]
      low = min(low, reached)
      high = max(high, reached)
    }
    guard low != SampledSurface.missing else { return }
    for level in low..<high { addContour(first, corners, Int(level)) }
    guard high > 0 else { return }
    if !isSquare(column, row + 1) { addEdge(first, corners, 0) }
    if !isSquare(column + 1, row) { addEdge(first, corners, 1) }
    if !isSquare(column, row - 1) { addEdge(first, corners, 2) }
    if !isSquare(column - 1, row) { addEdge(first, corners, 3) }
  }

  /// Where a side of a square crosses a level.
  private func crossing(_ side: Int, _ first: Int, level: Int) -> Int {
    switch side {
    case 0: surface.place(first + surface.lattice.columns, .east, level: level)
    case 1: surface.place(first + 1, .south, level: level)
    case 2: surface.place(first, .east, level: level)
    default: surface.place(first, .south, level: level)
    }
  }

  private mutating func addContour(_ first: Int, _ corners: InlineArray<4, Int>, _ level: Int) {
    let isHigh = InlineArray<4, Bool> { surface.reached[corners[$0]] > level }
    let isSaddle =
      isHigh[0] == isHigh[2] && isHigh[1] == isHigh[3] && isHigh[0] != isHigh[1]
    let start = isHigh[0] ? 0 : 1
    let isJoined =
      isSaddle
      && surface.isJoined(
        corners[start], corners[start + 2], corners[1 - start], corners[3 - start], level: level)
    for side in 0..<4 where isHigh[side] && !isHigh[(side + 1) % 4] {
      // Leaves what is high by this side, and comes back by the one that leads into it.
      var back = isSaddle ? (side + (isJoined ? 1 : 3)) % 4 : 0
      while isHigh[back] || !isHigh[(back + 1) % 4] { back += 1 }
      add(
        IsobandLine(
          from: crossing(side, first, level: level), to: crossing(back, first, level: level),
          square: Int32(truncatingIfNeeded: first)), level)
    }
  }

  private mutating func add(_ line: IsobandLine, _ level: Int) { contours[level].append(line) }

  /// Cuts a side of the surface's border where it crosses levels.
  private mutating func addEdge(_ first: Int, _ corners: InlineArray<4, Int>, _ side: Int) {
    let (start, end) = (corners[side], corners[(side + 1) % 4])
    let target = Int(surface.reached[end])
    var reached = Int(surface.reached[start])
    var from = surface.place(start)
    while true {
      var to = surface.place(end)
      if reached < target { to = crossing(side, first, level: reached) }
      if reached > target { to = crossing(side, first, level: reached - 1) }
      if reached > 0 {
        edges[reached - 1].append(
          IsobandLine(from: from, to: to, square: Int32(truncatingIfNeeded: first)))
      }
      guard reached != target else { return }
      reached += reached < target ? 1 : -1
      from = to
    }
  }
}
