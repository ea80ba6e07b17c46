import Testing

@testable import Geo

/// Layers that a grid of cells likes least: the answers stay exact, memory and time bounded.
@Suite struct NastyLayersTests {
  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> MultiPolygon {
    let box = Envelope(minX: x, minY: y, maxX: x + width, maxY: y + height)
    return MultiPolygon([Polygon(exterior: box.border())])
  }

  /// The index says of every position what the exact rule says of every area.
  private func expectExact(
    _ areas: [MultiPolygon], _ index: PolygonIndex, _ positions: [Coordinate],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let column = index.locate(xs: positions.map(\.x), ys: positions.map(\.y))
    var wrong: [Coordinate] = []
    for (c, found) in zip(positions, column) {
      let held = areas.indices.filter { areas[$0].contains(c) }
      let answer = index.locateAll(c)
      // On an outer rim the area touched stands in for a holder.
      let isRim = held.isEmpty && answer.count == 1
      if answer != held, !isRim { wrong.append(c) }
      if Int(found) != answer.first ?? -1 || index.locate(c) != answer.first { wrong.append(c) }
    }
    #expect(wrong.isEmpty, sourceLocation: sourceLocation)
  }

  private func positions(_ count: Int, in box: Envelope, seed: UInt64 = 1) -> [Coordinate] {
    var generator = SeededGenerator(seed)
    return (0..<count).map { _ in
      Coordinate(
        .random(in: box.minX...box.maxX, using: &generator),
        .random(in: box.minY...box.maxY, using: &generator))
    }
  }

  @Test func `polygons of one, two or equal corners hold nothing and harm nobody`() throws {
    let (a, b) = (Coordinate(2, 2), Coordinate(5, 5))
    let degenerate: [Ring] = [
      [], [a], [a, a], [a, b], [a, b, a], [a, b, a, b, a], [a, a, a, a], [a, b, b, b, a, a],
    ]
    var areas = degenerate.map { MultiPolygon([Polygon(exterior: $0)]) }
    areas.append(
      MultiPolygon([Polygon(exterior: box(0, 0, 9, 9).polygons[0].exterior, holes: degenerate)]))
    let index = try PolygonIndex(areas)
    expectExact(areas, index, positions(300, in: Envelope(minX: -1, minY: -1, maxX: 10, maxY: 10)))
    for c in [a, b, Coordinate(3, 3), Coordinate(3.5, 3)] { #expect(index.locateAll(c) == [8]) }
    #expect(try #require(index.nearest(Coordinate(-3, 5))) == (8, 3))
  }

  @Test func `corners given twice, and again after others, change nothing`() throws {
    var generator = SeededGenerator(6)
    let layer = LatticeLayer.coverage(side: 6, step: 100, shake: 45, using: &generator)
    let areas = layer.multiPolygons
    let repeated = areas.map { area in
      MultiPolygon(
        area.polygons.map { polygon in
          Polygon(
            exterior: polygon.exterior.flatMap { c in
              [c, c, c, Coordinate(c.x + 1e-9, c.y), c]
            })
        })
    }
    let (plain, doubled) = (try PolygonIndex(areas), try PolygonIndex(repeated))
    for c in layer.critical.map({ $0.coordinate(1) }) {
      #expect(plain.locateAll(c) == doubled.locateAll(c))
    }
  }

  @Test(arguments: [-300, -480, -700, -960, -1000, -1030, -1074])
  func `a coverage in tiny units has one holder everywhere`(exponent: Int) throws {
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let areas = (0..<16).map { box(Double($0 % 4) * unit, Double($0 / 4) * unit, unit, unit) }
    let index = try PolygonIndex(areas)
    for row in 0..<8 {
      for column in 0..<8 {
        let c = Coordinate(Double(column) / 2 * unit, Double(row) / 2 * unit)
        // Half of the least number is none: such positions fall on the borders.
        let (x, y) = (Int(c.x / unit), Int(c.y / unit))
        guard x < 4, y < 4 else { continue }
        #expect(index.locateAll(c) == [y * 4 + x])
      }
    }
  }

  @Test func `a tiny step among large numbers is seen`() throws {
    let step = 1e-250
    let areas = [
      box(0, 0, step, 1), box(step, 0, 1, 1),
      MultiPolygon([
        Polygon(exterior: [
          Coordinate(-step, -step), Coordinate(0, -step), Coordinate(-step, 0),
          Coordinate(-step, -step),
        ])
      ]),
    ]
    let index = try PolygonIndex(areas)
    #expect(index.locateAll(Coordinate(step / 2, 0.5)) == [0])
    #expect(index.locateAll(Coordinate(step, 0.5)) == [1])
    #expect(index.locateAll(Coordinate(-0.6 * step, -0.6 * step)) == [2])
    #expect(index.locateAll(Coordinate(-0.4 * step, -0.4 * step)) == [])
  }

  @Test func `far from the origin, cells narrower than the last digits are none`() throws {
    let offset = 4e15
    let areas = (0..<100).map {
      box(offset + Double($0 % 10), -offset + Double($0 / 10), 1, 1)
    }
    let index = try PolygonIndex(areas)
    for row in 0..<10 {
      for column in 0..<10 {
        let c = Coordinate(offset + Double(column), -offset + Double(row))
        #expect(index.locateAll(c) == [row * 10 + column])
        #expect(index.locateAll(Coordinate(c.x + 0.5, c.y + 0.5)) == [row * 10 + column])
      }
    }
  }

  @Test(arguments: [1e6, 1e-6])
  func `a layer a million times longer than wide is exact`(stretch: Double) throws {
    var generator = SeededGenerator(2)
    let layer = LatticeLayer.coverage(side: 12, step: 64, shake: 30, using: &generator)
    let areas = layer.multiPolygons.map { $0.mapCoordinates { Coordinate($0.x * stretch, $0.y) } }
    let index = try PolygonIndex(areas)
    let around = Envelope(
      minX: -60 * stretch, minY: -60, maxX: 830 * stretch, maxY: 830)
    expectExact(areas, index, positions(400, in: around))
    for ring in areas.flatMap(\.polygons).map(\.exterior) {
      for c in ring { #expect(index.locateAll(c).count == 1) }
    }
  }

  @Test func `a comb of lines from side to side takes cells as narrow as its teeth`() throws {
    var ring: Ring = [Coordinate(0, -1)]
    for tooth in 0..<4000 { ring.append(Coordinate(Double(tooth), tooth % 2 == 0 ? 0 : 1e6)) }
    ring += [Coordinate(4000, -1), ring[0]]
    let areas = [MultiPolygon([Polygon(exterior: ring)])]
    let index = try PolygonIndex(areas)
    #expect(index.byteCount < 30_000_000)
    // With cells as wide as high a cell held hundreds of lines.
    #expect(index.borders.entries.count < 20 * index.borders.count)
    expectExact(
      areas, index, positions(20, in: Envelope(minX: 0, minY: 0, maxX: 4e3, maxY: 1e6)))
  }

  @Test func `needles across the layer and crumbs in a corner stay within bounds`() throws {
    var generator = SeededGenerator(4)
    var areas = (0..<600).map { _ in
      let ends = (0..<3).map { _ in Double.random(in: 0...1e6, using: &generator) }
      return MultiPolygon([
        Polygon(exterior: [
          Coordinate(0, ends[0]), Coordinate(1e6, ends[1]), Coordinate(1e6, ends[2]),
          Coordinate(0, ends[0]),
        ])
      ])
    }
    areas += (0..<400).map { box(Double($0 % 20) * 1e-3, Double($0 / 20) * 1e-3, 1e-3, 1e-3) }
    let index = try PolygonIndex(areas)
    #expect(index.byteCount <= 1 << 28)
    expectExact(
      areas, index, positions(60, in: Envelope(minX: 0, minY: 0, maxX: 1e6, maxY: 1e6)))
    expectExact(
      areas, index, positions(60, in: Envelope(minX: 0, minY: 0, maxX: 0.02, maxY: 0.02)))
  }

  @Test func `a line that thousands of equal areas share is found at once`() throws {
    let shape = MultiPolygon([
      Polygon(exterior: [
        Coordinate(0, 0), Coordinate(7, 1), Coordinate(5, 6), Coordinate(1, 4), Coordinate(0, 0),
      ])
    ])
    let areas = [MultiPolygon](repeating: shape, count: 1000)
    let index = try PolygonIndex(areas)
    #expect(index.byteCount <= 1 << 28)
    #expect(index.borders.edges.count == 4 * 500)
    #expect(index.locateAll(Coordinate(3, 3)) == Array(0..<1000))
    #expect(index.locateAll(Coordinate(0, 3)).isEmpty)
    #expect(index.locate(Coordinate(5, 5.9)) == 0)
    #expect(try #require(index.nearest(Coordinate(-3, -4))) == (0, 5))
  }

  @Test func `an area of many thousand corners answers as the exact rule does`() throws {
    var generator = SeededGenerator(10)
    // A spiral out and back, its corners moved a little: no circle functions are needed.
    var ring: Ring = []
    let count = 20_000
    for number in 0..<count / 2 {
      ring.append(
        Coordinate(Double(number), .random(in: 0...50, using: &generator)))
    }
    for number in (0..<count / 2).reversed() {
      ring.append(Coordinate(Double(number), .random(in: 60...90, using: &generator)))
    }
    ring.append(ring[0])
    let areas = [MultiPolygon([Polygon(exterior: ring)])]
    let index = try PolygonIndex(areas)
    #expect(index.byteCount < 1500 * count)
    var around = positions(30, in: Envelope(minX: 0, minY: 0, maxX: 1e4, maxY: 95))
    around += stride(from: 0, to: count, by: 2003).map { ring[$0] }
    expectExact(areas, index, around)
  }

  @Test func `coordinates at the largest sizes neither trap nor lie`() throws {
    let large = 9e149
    let areas = [box(-large, -large, large, 2 * large), box(0, -large, large, 2 * large)]
    let index = try PolygonIndex(areas)
    #expect(index.locateAll(Coordinate(-1e-300, 0)) == [0])
    #expect(index.locateAll(Coordinate(0, 0)) == [1])
    #expect(index.locateAll(Coordinate(1e200, 0)) == [])
    let flat = try PolygonIndex([box(-large, 0, 2 * large, 1e-300)])
    #expect(flat.locateAll(Coordinate(5, 5e-301)) == [0])
    #expect(flat.locateAll(Coordinate(5, 2e-300)) == [])
  }

  @Test(arguments: [1.0, 0x1p-20])
  func `crumbs in one cell of a large layer are found in parts of it`(scale: Double) throws {
    var generator = SeededGenerator(20)
    var layer = LatticeLayer.coverage(
      side: 16, step: 64, shake: 31, origin: 3 << 20, using: &generator)
    let far: Int64 = 1 << 40
    let rim = [
      Lattice(x: -far, y: -far), Lattice(x: far, y: -far), Lattice(x: far, y: far),
      Lattice(x: -far, y: far),
    ]
    // One area below all, one with a line through the crumbs.
    layer.areas.append([rim])
    layer.areas.append([[rim[0], rim[1], rim[2]]])
    layer.scale = scale
    let index = try PolygonIndex(layer.multiPolygons)
    #expect(!index.borders.divided.isEmpty)
    let positions = layer.critical.enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
    let expected = positions.map { layer.holders($0) }
    let coordinates = positions.map { $0.coordinate(scale) }
    #expect(coordinates.map { index.locateAll($0) } == expected)
    #expect(
      index.locate(xs: coordinates.map(\.x), ys: coordinates.map(\.y))
        == expected.map { Int32($0.first ?? -1) })
  }
}
