/// The rings of a band, put together from the lines of its border.
struct IsobandRings {
  private let surface: SampledSurface
  private let lines: [IsobandLine]
  /// The line that begins at a place; at positions where two do, the other one is in `second`.
  private var next: [Int: Int32] = [:]
  private var second: [Int: Int32] = [:]
  private var isUsed: [Bool]
  private var rings: [IsobandRing] = []

  init(_ lines: [IsobandLine], of surface: SampledSurface) {
    self.surface = surface
    self.lines = lines
    isUsed = [Bool](repeating: false, count: lines.count)
    next.reserveCapacity(lines.count)
    for (number, line) in lines.enumerated() {
      let number = Int32(truncatingIfNeeded: number)
      if next[line.from] == nil { next[line.from] = number } else { second[line.from] = number }
    }
    for line in lines.indices where !isUsed[line] { follow(from: line) }
  }

  /// The line behind another one.
  ///
  /// Where two squares meet at a corner alone, the border stays with its square, so that what is
  /// followed surrounds ground that hangs together.
  private func line(after line: Int) -> Int? {
    let place = lines[line].to
    if let other = second[place], lines[Int(other)].square == lines[line].square {
      return Int(other)
    }
    return next[place].map(Int.init)
  }

  /// Follows a border until it closes; a part that comes back to a corner is a ring by itself.
  private mutating func follow(from start: Int) {
    var path: [Int] = []
    var met: [Int: Int] = [:]
    var line = start
    while !isUsed[line] {
      isUsed[line] = true
      let from = lines[line].from
      if second[from] != nil {
        if let earlier = met[from] {
          close(Array(path[earlier...]))
          path.removeSubrange(earlier...)
          // Corners on the part that is gone may be met again.
          met = met.filter { $0.value < earlier }
        }
        met[from] = path.count
      }
      path.append(line)
      guard let following = self.line(after: line) else { return }
      line = following
    }
    close(path)
  }

  private mutating func close(_ path: [Int]) {
    let corners = path.map { surface.position(of: lines[$0].from) }
    guard corners.count > 2 else { return }
    rings.append(
      IsobandRing(
        corners: corners, rows: path.map { Int(lines[$0].square) / surface.lattice.columns }))
  }

  /// The polygons, each exterior ring with its holes, in the order of their first squares.
  var area: MultiPolygon {
    let exteriors = rings.filter { $0.area > 0 }
    var polygons = exteriors.map { Polygon(exterior: ring($0)) }
    let holes = rings.filter { $0.area <= 0 }
    let nesting = holes.isEmpty ? nil : IsobandNesting(exteriors)
    for hole in holes {
      guard let owner = nesting?.exterior(around: hole) else { continue }
      polygons[owner].holes.append(ring(hole))
    }
    return MultiPolygon(polygons)
  }

  private func ring(_ ring: IsobandRing) -> Ring {
    var positions = ring.corners.map { surface.lattice.position($0) }
    if let first = positions.first { positions.append(first) }
    return positions
  }
}

/// A ring in columns and rows of the lattice, the first corner not repeated.
struct IsobandRing {
  let corners: [SIMD2<Double>]
  /// The row of squares in which the line from each corner lies.
  let rows: [Int]
  /// Positive counter-clockwise.
  let area: Double

  init(corners: [SIMD2<Double>], rows: [Int]) {
    self.corners = corners
    self.rows = rows
    var twice = 0.0
    let origin = corners[0]
    for corner in corners.indices {
      let (a, b) = (corners[corner] - origin, corners[(corner + 1) % corners.count] - origin)
      twice += a.x * b.y - b.x * a.y
    }
    area = twice / 2
  }

  /// The ends of the line from a corner.
  @inline(__always)
  func line(_ corner: Int) -> (SIMD2<Double>, SIMD2<Double>) {
    (corners[corner], corners[corner + 1 == corners.count ? 0 : corner + 1])
  }
}
