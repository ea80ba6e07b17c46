import Geo
import Testing

@Suite struct PolygonIndexTests {
  @Test(arguments: 0..<12)
  func `every position of a random coverage is in exactly one area, as rational arithmetic says`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(UInt64(seed))
    // Shapes from comfortable to a last digit wide; offsets that leave few digits to the fraction.
    let step: Int64 = [1000, 16, 4, 1 << 40][seed % 4]
    let origin: Int64 = seed % 3 == 0 ? 1 << 51 : -step * 2
    var layer = LatticeLayer.coverage(
      side: 6, step: step, shake: step / 2 - 1, origin: origin, using: &generator)
    layer.scale = [1, 0x1p-45, 0x1p-20][seed % 3]
    let index = try PolygonIndex(layer.multiPolygons)
    var positions = layer.critical
    for _ in 0..<500 {
      positions.append(
        Lattice(
          x: origin + .random(in: -step...7 * step, using: &generator),
          y: origin + .random(in: -step...7 * step, using: &generator)))
    }
    let expected = positions.map { layer.holders($0) }
    #expect(expected.allSatisfy { $0.count <= 1 })
    expectAll(positions, of: layer, in: index, expected)
  }

  /// Single look-ups and the batch kernel both say what is expected.
  private func expectAll(
    _ positions: [Lattice], of layer: LatticeLayer, in index: PolygonIndex, _ expected: [[Int]]
  ) {
    let coordinates = positions.map { $0.coordinate(layer.scale) }
    #expect(coordinates.map { index.locateAll($0) } == expected)
    #expect(coordinates.map { index.locate($0) } == expected.map(\.first))
    let column = index.locate(xs: coordinates.map(\.x), ys: coordinates.map(\.y))
    #expect(column == expected.map { Int32($0.first ?? -1) })
  }

  @Test func `corners and borders of a coverage, its outer rim included, have one holder`() throws {
    var generator = SeededGenerator(77)
    let layer = LatticeLayer.coverage(side: 20, step: 64, shake: 20, using: &generator)
    let index = try PolygonIndex(layer.multiPolygons)
    for ring in layer.areas.joined() {
      for corner in ring { #expect(index.locateAll(corner.coordinate(1)).count == 1) }
    }
  }

  @Test(arguments: 0..<8)
  func `overlapping random rings agree with rational arithmetic`(seed: Int) throws {
    var generator = SeededGenerator(UInt64(1000 + seed))
    let size: Int64 = [6, 20, 1 << 30][seed % 3]
    let areas = (0..<[5, 30, 90][seed % 3]).map { _ in
      [
        (0..<Int.random(in: 3...9, using: &generator)).map { _ in
          Lattice(
            x: .random(in: 0...size, using: &generator), y: .random(in: 0...size, using: &generator)
          )
        }
      ]
    }
    let layer = LatticeLayer(areas: areas)
    let index = try PolygonIndex(layer.multiPolygons)
    let positions = layer.critical
    expectAll(positions, of: layer, in: index, positions.map { layer.holders($0) })
  }

  @Test func `rings in rings alternate between area and hole`() throws {
    func ring(_ inset: Double) -> Ring {
      [
        Coordinate(inset, inset), Coordinate(20 - inset, inset),
        Coordinate(20 - inset, 20 - inset), Coordinate(inset, 20 - inset), Coordinate(inset, inset),
      ]
    }
    let outer = MultiPolygon([
      Polygon(exterior: ring(0), holes: [ring(2)]), Polygon(exterior: ring(4), holes: [ring(6)]),
    ])
    let middle = MultiPolygon([Polygon(exterior: ring(2), holes: [ring(4)])])
    let index = try PolygonIndex([outer, middle])
    #expect(index.locate(Coordinate(1, 10)) == 0)
    #expect(index.locate(Coordinate(3, 10)) == 1)
    #expect(index.locate(Coordinate(5, 10)) == 0)
    #expect(index.locate(Coordinate(10, 10)) == nil)
    #expect(index.locateAll(Coordinate(2, 2)) == [1])
    #expect(index.locateAll(Coordinate(16, 10)) == [1])
    #expect(index.locateAll(Coordinate(18, 10)) == [0])
    #expect(index.locateAll(Coordinate(20, 20)) == [0])
    // The rim of the innermost hole: the move leads into the hole, the rim is still the area's.
    #expect(index.locateAll(Coordinate(6, 10)) == [0])
  }

  @Test func `areas 1e-12 apart are told apart`() throws {
    let gap = 1e-12
    func box(_ west: Double, _ east: Double) -> MultiPolygon {
      MultiPolygon([
        Polygon(exterior: [
          Coordinate(west, 0), Coordinate(east, 0), Coordinate(east, 1), Coordinate(west, 1),
          Coordinate(west, 0),
        ])
      ])
    }
    let index = try PolygonIndex([box(0, 0.5), box(0.5 + gap, 1)])
    #expect(index.locate(Coordinate(0.5 - gap / 2, 0.5)) == 0)
    #expect(index.locate(Coordinate(0.5 + gap / 2, 0.5)) == nil)
    #expect(index.locate(Coordinate(0.5 + gap * 1.5, 0.5)) == 1)
  }

  @Test func `columns give what single positions give, for any number of threads`() throws {
    var generator = SeededGenerator(5)
    let layer = LatticeLayer.coverage(side: 30, step: 100, shake: 45, using: &generator)
    let index = try PolygonIndex(layer.multiPolygons)
    let xs = (0..<300_000).map { _ in Double.random(in: -100...3100, using: &generator) }
    let ys = (0..<300_000).map { _ in Double.random(in: -100...3100, using: &generator) }
    let one = index.locate(xs: xs, ys: ys, threads: 1)
    for threads in [0, 2, 3, 7] { #expect(index.locate(xs: xs, ys: ys, threads: threads) == one) }
    let wrong = stride(from: 0, to: xs.count, by: 7).filter {
      one[$0] != Int32(index.locate(Coordinate(xs[$0], ys[$0])) ?? -1)
    }
    #expect(wrong.isEmpty)
    let odd = [Double.nan, .infinity, -.infinity, 1e300, 50]
    #expect(
      index.locate(xs: odd, ys: odd.reversed().map { $0 }, threads: 1).prefix(4) == [
        -1, -1, -1, -1,
      ])
  }

  @Test func `a hundred areas over one place are all found, in order`() throws {
    let disc = MultiPolygon([
      Polygon(exterior: [Coordinate(0, 0), Coordinate(3, 0), Coordinate(0, 3), Coordinate(0, 0)])
    ])
    var areas = (0..<100).map { shift in
      disc.mapCoordinates { Coordinate($0.x + Double(shift) / 1000, $0.y) }
    }
    areas.append(areas[7])
    let index = try PolygonIndex(areas)
    #expect(index.locateAll(Coordinate(1, 1)) == Array(0...100))
    #expect(index.locateAll(Coordinate(0.0505, 1)) == Array(0...50) + [100])
    #expect(index.locate(Coordinate(0.0505, 1)) == 0)
  }

  @Test func `nothing, lines and open rings are no trouble`() throws {
    let open = MultiPolygon([
      Polygon(exterior: [Coordinate(0, 0), Coordinate(2, 0), Coordinate(0, 2)])
    ])
    let line = MultiPolygon([
      Polygon(exterior: [Coordinate(5, 5), Coordinate(6, 6), Coordinate(5, 5)])
    ])
    #expect(try PolygonIndex([]).locate(Coordinate(0, 0)) == nil)
    #expect(try PolygonIndex([]).nearest(Coordinate(0, 0)) == nil)
    #expect(try PolygonIndex([MultiPolygon(), line]).locate(Coordinate(5.5, 5.5)) == nil)
    #expect(try PolygonIndex([line, open]).locate(Coordinate(0.5, 0.5)) == 1)
  }

  @Test func `coordinates that are no numbers are refused with the area's number`() {
    let broken = MultiPolygon([
      Polygon(exterior: [Coordinate(0, 0), Coordinate(.nan, 0), Coordinate(0, 2)])
    ])
    #expect(throws: IndexError.notFinite(area: 1)) { try PolygonIndex([MultiPolygon(), broken]) }
    let huge = broken.mapCoordinates { Coordinate($0.x.isNaN ? 1e200 : $0.x, $0.y) }
    #expect(throws: IndexError.tooLarge(area: 0)) { try PolygonIndex([huge]) }
  }

  @Test func `the nearest area is that of a search through all borders`() throws {
    var generator = SeededGenerator(9)
    var layer = LatticeLayer.coverage(side: 12, step: 100, shake: 45, using: &generator)
    layer.areas = layer.areas.filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
    let areas = layer.multiPolygons
    let index = try PolygonIndex(areas)
    for _ in 0..<400 {
      let c = Coordinate(
        .random(in: -3000...4000, using: &generator), .random(in: -300...1500, using: &generator))
      let distances = areas.map { $0.contains(c) ? 0 : distance(c, to: $0) }
      let least = try #require(distances.min())
      let found = try #require(index.nearest(c))
      #expect(abs(found.distance - least) <= 1e-9 * (1 + least))
      #expect(distances[found.index] <= least + 1e-9 * (1 + least))
    }
  }

  private func distance(_ c: Coordinate, to area: MultiPolygon) -> Double {
    var least = Double.infinity
    for ring in area.polygons.flatMap(\.rings) {
      for (a, b) in zip(ring, ring.dropFirst()) {
        let dx = b.x - a.x
        let dy = b.y - a.y
        let t = min(max(((c.x - a.x) * dx + (c.y - a.y) * dy) / (dx * dx + dy * dy), 0), 1)
        let ex = c.x - a.x - t * dx
        let ey = c.y - a.y - t * dy
        least = min(least, (ex * ex + ey * ey).squareRoot())
      }
    }
    return least
  }
}
