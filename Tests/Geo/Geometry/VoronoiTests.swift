import Geo
import Testing

@Suite struct VoronoiTests {
  /// A star-shaped area with a square hole, and an island.
  private func area(_ generator: inout SeededGenerator, corners: Int) -> MultiPolygon {
    let directions = (0..<corners).map { 2 * Double.pi * Double($0) / Double(corners) }
    let exterior = directions.map { angle in
      let radius = Double.random(in: 40...100, using: &generator)
      return Coordinate(1e6 + radius * cosine(angle), 4e6 + radius * cosine(angle - .pi / 2))
    }
    func box(_ x: Double, _ y: Double, _ half: Double) -> Ring {
      [
        Coordinate(x - half, y - half), Coordinate(x + half, y - half),
        Coordinate(x + half, y + half), Coordinate(x - half, y + half),
        Coordinate(x - half, y - half),
      ]
    }
    return MultiPolygon([
      Polygon(exterior: exterior + exterior.prefix(1), holes: [box(1e6 + 3, 4e6 - 5, 11)]),
      Polygon(exterior: box(1e6 + 140, 4e6, 20)),
    ])
  }

  private func cosine(_ angle: Double) -> Double {
    let turns = (angle / (2 * .pi)) - (angle / (2 * .pi)).rounded()
    var term = 1.0
    var sum = 1.0
    let square = 4 * Double.pi * Double.pi * turns * turns
    for step in 1..<20 {
      term *= -square / Double((2 * step - 1) * 2 * step)
      sum += term
    }
    return sum
  }

  private func check(_ points: [Coordinate], _ area: MultiPolygon) throws {
    let cells = Voronoi.cells(of: points, within: area)
    #expect(cells.count == points.count)
    let total = cells.reduce(0) { $0 + $1.area }
    #expect(abs(total - area.area) < 1e-9 * area.area)
    // Every place belongs to the nearest point, and to one cell only.
    var generator = SeededGenerator(99)
    let box = area.envelope
    let index = try PolygonIndex(cells)
    var wrong: [Coordinate] = []
    for _ in 0..<600 {
      let c = Coordinate(
        .random(in: box.minX...box.maxX, using: &generator),
        .random(in: box.minY...box.maxY, using: &generator))
      let held = index.locateAll(c)
      guard area.contains(c) else {
        if !held.isEmpty { wrong.append(c) }
        continue
      }
      let distances = points.map { p in
        ((p.x - c.x) * (p.x - c.x) + (p.y - c.y) * (p.y - c.y)).squareRoot()
      }
      let least = distances.min() ?? 0
      if held.count != 1 || distances[held[0]] > least + 1e-6 { wrong.append(c) }
    }
    #expect(wrong.isEmpty)
    expectSharedBorders(cells, area)
  }

  /// Every line of a cell is a line of its neighbour the other way round, or lies on the border.
  private func expectSharedBorders(_ cells: [MultiPolygon], _ area: MultiPolygon) {
    var counts: [[Coordinate]: Int] = [:]
    for ring in cells.flatMap(\.polygons).flatMap(\.rings) {
      for (a, b) in zip(ring, ring.dropFirst()) { counts[[a, b], default: 0] += 1 }
    }
    let border = area.polygons.flatMap(\.rings).flatMap { zip($0, $0.dropFirst()).map { ($0, $1) } }
    let single = counts.keys.filter { counts[[$0[1], $0[0]]] == nil }
    let stray = single.filter { line in
      !border.contains { a, b in
        line.allSatisfy { p in
          let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
          let cross = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
          return cross.magnitude < 1e-8 * length
        }
      }
    }
    #expect(stray.isEmpty)
    #expect(counts.values.allSatisfy { $0 == 1 })
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `cells of random points fill the area, each place with its nearest point`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed)
    let area = area(&generator, corners: 60)
    let points = (0..<Int(seed * seed * 3)).map { _ in
      Coordinate(
        1e6 + .random(in: -100...100, using: &generator),
        4e6 + .random(in: -100...100, using: &generator))
    }
    try check(points, area)
  }

  @Test func `points of a lattice, four on every circle, make squares`() throws {
    let points = (0..<100).map {
      Coordinate(1e6 + Double($0 % 10) * 20 - 90, 4e6 + Double($0 / 10) * 20 - 90)
    }
    var generator = SeededGenerator(8)
    try check(points, area(&generator, corners: 40))
    let square = MultiPolygon([
      Polygon(exterior: [
        Coordinate(1e6 - 100, 4e6 - 100), Coordinate(1e6 + 100, 4e6 - 100),
        Coordinate(1e6 + 100, 4e6 + 100), Coordinate(1e6 - 100, 4e6 + 100),
        Coordinate(1e6 - 100, 4e6 - 100),
      ])
    ])
    try check(points, square)
    for cell in Voronoi.cells(of: points, within: square) { #expect(abs(cell.area - 400) < 1e-6) }
  }

  @Test func `borders and corners of the area on lines of the diagram are no trouble`() throws {
    // Corners on bisectors and on the centre that four points share, a side along a bisector.
    let points = [(0, 0), (2, 0), (0, 2), (2, 2), (4, 0), (4, 2)].map {
      Coordinate(Double($0.0), Double($0.1))
    }
    let area = MultiPolygon([
      Polygon(exterior: [
        Coordinate(1, 1), Coordinate(1, -1), Coordinate(3, -1), Coordinate(3, 1),
        Coordinate(5, 1), Coordinate(5, 3), Coordinate(1, 3), Coordinate(1, 1),
      ])
    ])
    let cells = Voronoi.cells(of: points, within: area)
    #expect(abs(cells.reduce(0) { $0 + $1.area } - area.area) < 1e-6)
    for (cell, expected) in zip(cells, [0, 4, 0, 4, 0, 4] as [Double]) {
      #expect(abs(cell.area - expected) < 1e-6)
    }
  }

  @Test func `points on one line, equal points, one point and none`() throws {
    var generator = SeededGenerator(4)
    let area = area(&generator, corners: 30)
    let line = (0..<9).map { Coordinate(1e6 + Double($0) * 7.3 - 20, 4e6 + Double($0) * 2.1) }
    try check(line, area)
    let doubled = Voronoi.cells(of: [line[0], line[5], line[0], line[5]], within: area)
    #expect(doubled[2].isEmpty)
    #expect(doubled[3].isEmpty)
    #expect(abs(doubled[0].area + doubled[1].area - area.area) < 1e-9 * area.area)
    let one = Voronoi.cells(of: [Coordinate(.nan, 0), line[0], line[0]], within: area)
    #expect(one[0].isEmpty)
    #expect(abs(one[1].area - area.area) < 1e-9 * area.area)
    #expect(one[2].isEmpty)
    #expect(Voronoi.cells(of: [], within: area).isEmpty)
    #expect(Voronoi.cells(of: line, within: MultiPolygon()).allSatisfy { $0.isEmpty })
  }
}
