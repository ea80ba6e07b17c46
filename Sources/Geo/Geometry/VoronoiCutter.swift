/// Cuts an area along the lines of a Voronoi diagram, without ever comparing angles.
///
/// Every line between two sites is cut where it crosses the area's border; every ring of the border
/// at the same crossings. Each piece knows the site on its left, the node where it begins and the one
/// where it ends, so a cell's rings are found by following nodes. Lines appear once for each side and
/// border pieces once: the cells' areas add up whatever the coordinates' rounding.
struct VoronoiCutter {
  /// A line between two sites, from one triangle's centre to the next one's.
  struct Line {
    var from: Int
    var to: Int
    var left: Int
    var right: Int
  }

  /// Where a line crosses the border.
  struct Crossing {
    var line: Int
    /// How far along the line, and along the border.
    var alongLine: Double
    var ring: Int
    var edge: Int
    var alongEdge: Double
    /// True if the line enters the area; the border then leads from the line's left to its right.
    var enters: Bool
    var position: Coordinate
  }

  /// A piece of a cell's ring: the positions between two nodes, the cell on the left.
  struct Piece {
    var site: Int
    var from: Int
    var to: Int
    var between: [Coordinate] = []
  }

  let diagram: Delaunay
  let area: MultiPolygon
  let rings: [Ring]
  let centres: [Coordinate]
  let lines: [Line]
  private(set) var crossings: [Crossing] = []
  private(set) var pieces: [Piece] = []
  /// Rings of the border that no line crosses, with their sites.
  private(set) var wholeRings: [(site: Int, ring: Ring)] = []

  /// Prepares the cut of a normalised area.
  init(_ diagram: Delaunay, area: MultiPolygon) {
    self.diagram = diagram
    self.area = area
    rings = area.polygons.flatMap(\.rings).map { Array($0.dropLast()) }
    centres = diagram.triangles.indices.map { diagram.centre(of: $0) }
    let count = diagram.isFirst.count
    var lines: [Line] = []
    for (number, triangle) in diagram.triangles.enumerated() {
      for side in 0..<3 where triangle.neighbours[side] > number {
        let right = triangle.corners[(side + 1) % 3]
        let left = triangle.corners[(side + 2) % 3]
        // Lines to the far corners never come near the area.
        guard left < count, right < count else { continue }
        lines.append(Line(from: number, to: triangle.neighbours[side], left: left, right: right))
      }
    }
    self.lines = lines
  }

  /// The part of the area for every site; nil if rounding tangled the diagram's lines.
  consuming func cells() -> [MultiPolygon]? {
    guard centres.allSatisfy(\.isFinite) else { return nil }
    findCrossings()
    guard cutLines(), cutRings(), let rings = joinPieces() else { return nil }
    return rings.map(Self.assemble)
  }

  private mutating func findCrossings() {
    let bounds = area.envelope
    for (number, line) in lines.enumerated() {
      let u = centres[line.from]
      let v = centres[line.to]
      let box = Envelope([u, v])
      guard box.intersects(bounds) else { continue }
      for (ringNumber, ring) in rings.enumerated() {
        var a = ring[ring.count - 1]
        for (place, b) in ring.enumerated() {
          if max(a.x, b.x) >= box.minX, min(a.x, b.x) <= box.maxX, max(a.y, b.y) >= box.minY,
            min(a.y, b.y) <= box.maxY, let enters = Self.cross(u, v, a, b)
          {
            let edge = place == 0 ? ring.count - 1 : place - 1
            let alongEdge = Self.fraction(of: a, b, across: u, v)
            crossings.append(
              Crossing(
                line: number, alongLine: Self.fraction(of: u, v, across: a, b), ring: ringNumber,
                edge: edge, alongEdge: alongEdge, enters: enters,
                position: Coordinate(
                  a.x + alongEdge * (b.x - a.x), a.y + alongEdge * (b.y - a.y))))
          }
          a = b
        }
      }
    }
  }

  /// Whether a line u-v crosses a border line a-b, thought moved by an infinitesimal (+e, +e²), and
  /// if so whether it ends on the left of it.
  private static func cross(
    _ u: Coordinate, _ v: Coordinate, _ a: Coordinate, _ b: Coordinate
  ) -> Bool? {
    let startIsLeft = isLeft(a, b, movedBack: u)
    guard a != b, startIsLeft != isLeft(a, b, movedBack: v) else { return nil }
    let aIsLeft = Orientation.isLeft(ax: u.x, ay: u.y, bx: v.x, by: v.y, x: a.x, y: a.y)
    let bIsLeft = Orientation.isLeft(ax: u.x, ay: u.y, bx: v.x, by: v.y, x: b.x, y: b.y)
    return aIsLeft == bIsLeft ? nil : !startIsLeft
  }

  /// True if a position moved by (-e, -e²) lies left of a line: the same as if the line moved on.
  private static func isLeft(_ a: Coordinate, _ b: Coordinate, movedBack c: Coordinate) -> Bool {
    let side = Orientation.sign(a, b, c)
    if side != 0 { return side > 0 }
    return a.y != b.y ? a.y < b.y : b.x < a.x
  }

  /// How far along a-b the line through u and v crosses.
  private static func fraction(
    of a: Coordinate, _ b: Coordinate, across u: Coordinate, _ v: Coordinate
  ) -> Double {
    let first = Orientation.determinant(u, v, a)
    let second = Orientation.determinant(u, v, b)
    let fraction = first / (first - second)
    return fraction >= 0 ? min(fraction, 1) : (fraction < 0 ? 0 : 0.5)
  }

  /// Cuts every line into the pieces inside the area.
  private mutating func cutLines() -> Bool {
    var byLine = [[Int]](repeating: [], count: lines.count)
    for (number, crossing) in crossings.enumerated() { byLine[crossing.line].append(number) }
    let mirrored = area.mapCoordinates { Coordinate(-$0.x, -$0.y) }
    let bounds = area.envelope
    // Centres moved back by an infinitesimal: in the mirror that is forward.
    let isInside = centres.map { centre in
      bounds.contains(centre) && mirrored.contains(Coordinate(-centre.x, -centre.y))
    }
    for (number, line) in lines.enumerated() {
      var waiting = byLine[number].sorted {
        (crossings[$0].alongLine, $0) < (crossings[$1].alongLine, $1)
      }
      var start = isInside[line.from] ? crossings.count + line.from : nil
      while !waiting.isEmpty {
        // Entering and leaving alternate; rounding may have swapped crossings a last digit apart.
        let wanted = start == nil
        guard let place = waiting.firstIndex(where: { crossings[$0].enters == wanted }) else {
          return false
        }
        let node = waiting.remove(at: place)
        if let from = start { addLine(line, from: from, to: node) }
        start = wanted ? node : nil
      }
      guard (start != nil) == isInside[line.to] else { return false }
      if let from = start { addLine(line, from: from, to: crossings.count + line.to) }
    }
    return true
  }

  private mutating func addLine(_ line: Line, from: Int, to: Int) {
    pieces.append(Piece(site: line.left, from: from, to: to))
    pieces.append(Piece(site: line.right, from: to, to: from))
  }

  /// Cuts every ring of the border where lines cross it.
  private mutating func cutRings() -> Bool {
    var byRing = [[Int]](repeating: [], count: rings.count)
    for (number, crossing) in crossings.enumerated() { byRing[crossing.ring].append(number) }
    for (number, ring) in rings.enumerated() {
      let order = byRing[number].sorted {
        (crossings[$0].edge, crossings[$0].alongEdge, $0)
          < (crossings[$1].edge, crossings[$1].alongEdge, $1)
      }
      if order.isEmpty {
        wholeRings.append((site(around: ring[0]), ring))
      } else if !cut(ring, at: order) {
        return false
      }
    }
    return true
  }

  private mutating func cut(_ ring: Ring, at sorted: [Int]) -> Bool {
    var order = sorted
    for place in order.indices.dropFirst() {
      let site = siteAfter(order[place - 1])
      let edge = crossings[order[place]].edge
      guard
        let next = (place..<order.count).first(where: { siteBefore(order[$0]) == site }),
        next == place || crossings[order[next]].edge == edge
      else { return false }
      order.swapAt(place, next)
    }
    guard siteAfter(order[order.count - 1]) == siteBefore(order[0]) else { return false }
    for (place, node) in order.enumerated() {
      let isLast = place == order.count - 1
      let next = order[isLast ? 0 : place + 1]
      let end = crossings[next].edge + (isLast ? ring.count : 0)
      var piece = Piece(site: siteAfter(node), from: node, to: next)
      var corner = crossings[node].edge + 1
      while corner <= end {
        piece.between.append(ring[corner % ring.count])
        corner += 1
      }
      pieces.append(piece)
    }
    return true
  }

  private func siteAfter(_ crossing: Int) -> Int {
    let line = lines[crossings[crossing].line]
    return crossings[crossing].enters ? line.right : line.left
  }

  private func siteBefore(_ crossing: Int) -> Int {
    let line = lines[crossings[crossing].line]
    return crossings[crossing].enters ? line.left : line.right
  }
}
