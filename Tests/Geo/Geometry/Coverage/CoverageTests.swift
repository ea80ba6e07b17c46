import Geo
import Testing

@Suite struct CoverageTests {
  @Test(arguments: 1...10)
  func `a coverage has no faults`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let areas = LatticeLayer.coverage(side: 9, step: 100, shake: 45, using: &generator)
      .multiPolygons
    let faults = try Coverage.faults(of: areas)
    #expect(faults.isClean())
    #expect(faults.looseCorners == 0)
    #expect(abs(faults.totalArea - areas.reduce(0) { $0 + $1.area }) < 1e-9 * faults.totalArea)
    #expect(faults.coveredArea == faults.totalArea)
  }

  @Test func `a shifted corner is an overlap and a gap of known size`() throws {
    var areas = SquareLayer.grid(3)
    areas[4] = areas[4].moving(Coordinate(200, 200), to: Coordinate(210, 190))
    let faults = try Coverage.faults(of: areas)
    // Triangles of height 10 over 1000/11, and of width 100 and height 100/11.
    #expect(faults.overlaps.map(\.holders) == [[4, 5]])
    #expect(abs(faults.overlaps[0].area - 5000.0 / 11) < 1e-9)
    #expect(faults.gaps.count == 1)
    #expect(abs(faults.gaps[0].area - 5000.0 / 11) < 1e-9)
    #expect(Set(faults.gaps[0].neighbours) == [4, 5, 7])
    #expect(faults.gaps[0].neighbours.last == 5)
    #expect(abs(faults.totalArea - faults.coveredArea - faults.overlaps[0].area) < 1e-9)
  }

  @Test func `a missing area is a gap with its neighbours`() throws {
    var areas = SquareLayer.grid(3)
    areas.remove(at: 4)
    let faults = try Coverage.faults(of: areas)
    #expect(faults.overlaps.isEmpty)
    #expect(faults.gaps.count == 1)
    #expect(faults.gaps[0].area == 10_000)
    #expect(faults.gaps[0].perimeter == 400)
    #expect(faults.gaps[0].width == 50)
    #expect(faults.gaps[0].neighbours == [1, 3, 4, 6])
    #expect(faults.gaps[0].representativePoint == Coordinate(150, 150))
  }

  @Test func `an area that is there twice is one overlap`() throws {
    var areas = SquareLayer.grid(3)
    areas.append(areas[4])
    let faults = try Coverage.faults(of: areas)
    #expect(faults.gaps.isEmpty)
    #expect(faults.overlaps.map(\.holders) == [[4, 9]])
    #expect(faults.overlaps[0].area == 10_000)
    // Drawn the other way round, it is the same area.
    areas[9].polygons[0].exterior.reverse()
    #expect(try Coverage.faults(of: areas).overlaps.map(\.holders) == [[4, 9]])
  }

  @Test func `a corner that the other side lacks is told, and is no fault of area`() throws {
    var areas = SquareLayer.grid(3)
    areas[4] = areas[4].inserting(Coordinate(200, 130), after: Coordinate(200, 100))
    let faults = try Coverage.faults(of: areas)
    #expect(faults.looseCorners == 1)
    #expect(faults.overlaps.isEmpty && faults.gaps.isEmpty)
    #expect(!faults.isClean())
  }

  @Test(arguments: [1e-9, -1e-9])
  func `a sliver of a billionth of a degree is found and measured`(shift: Double) throws {
    var areas = SquareLayer.grid(3, size: 0.1, origin: Coordinate(116, 38))
    let (low, high) = (areas[4].polygons[0].exterior[1], areas[4].polygons[0].exterior[2])
    let middle = Coordinate(low.x + shift, (low.y + high.y) / 2)
    areas[4] = areas[4].inserting(middle, after: low)
    let faults = try Coverage(areas).check(in: .geographic)
    let found = shift > 0 ? faults.overlaps : faults.gaps
    #expect(faults.overlaps.count + faults.gaps.count == 1)
    // Half of 1e-9 by 0.1 degrees, at 38.15 N: 111 km times 88 km to the squared degree.
    let squareDegree = 110_994.0 * 87_650
    let fault = try #require(found.first)
    #expect(abs(fault.area / (abs(middle.x - low.x) * 0.05 * squareDegree) - 1) < 1e-3)
    #expect(fault.width < 1e-4 && fault.width > 1e-5)
  }

  @Test func `a lake is a gap, and an island in it is not`() throws {
    let shore = [(20.0, 20.0), (80, 20), (80, 80), (20, 80)]
    let land = SquareLayer.area([(0, 0), (100, 0), (100, 100), (0, 100)], holes: [shore])
    let island = SquareLayer.box(40, 40, 60, 60)
    let faults = try Coverage.faults(of: [land, island])
    #expect(faults.gaps.map(\.area) == [3200])
    #expect(faults.gaps[0].place.holes.count == 1)
    #expect(faults.gaps[0].neighbours == [0, 1])
    // An area that fills the lake under the island overlaps the island alone.
    let filled = try Coverage.faults(of: [land, island, SquareLayer.area(shore)])
    #expect(filled.gaps.isEmpty)
    #expect(filled.overlaps.map(\.holders) == [[1, 2]])
    #expect(filled.overlaps.map(\.area) == [400])
  }

  @Test func `three areas in one place are one overlap of three`() throws {
    let faults = try Coverage.faults(of: [
      SquareLayer.box(0, 0, 10, 10), SquareLayer.box(5, 0, 15, 10), SquareLayer.box(5, 5, 15, 15),
    ])
    #expect(Set(faults.overlaps.map(\.holders)) == [[0, 1], [0, 1, 2], [1, 2]])
    #expect(faults.overlaps.allSatisfy { abs($0.area - 25) < 1e-12 })
    #expect(faults.pairs.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    #expect(zip(faults.pairs, [50, 25, 50]).allSatisfy { abs($0.area - $1) < 1e-12 })
    #expect(faults.gaps.isEmpty)
  }

  @Test func `two areas that drift apart at the rim enclose nothing, but leave a slit`() throws {
    let coverage = try Coverage([
      SquareLayer.box(0, 0, 10, 10), SquareLayer.box(10.125, -5, 20, 8),
      SquareLayer.area([(20, 0), (30, 0), (30, 8), (20.5, 8)]),
    ])
    let faults = coverage.check(in: .metres)
    #expect(faults.gaps.isEmpty && faults.overlaps.isEmpty)
    let slits = coverage.openSlits(narrowerThan: 1, in: .metres)
    // The second and the third part at a corner: a wedge, not a slit.
    #expect(slits.map { [$0.first, $0.second] } == [[0, 1]])
    #expect(abs(slits[0].length - 8) < 1e-12)
    #expect(abs(slits[0].area - 1) < 1e-12)
    #expect(slits[0].representativePoint == Coordinate(10, 4))
    #expect(coverage.openSlits(narrowerThan: 0.1, in: .metres).isEmpty)
  }

  @Test(arguments: [1, 2, 3])
  func `areas drawn too small are apart by slits, a coverage is not`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let areas = LatticeLayer.coverage(side: 6, step: 100, shake: 30, using: &generator)
      .multiPolygons
    #expect(try Coverage(areas).openSlits(narrowerThan: 1, in: .metres).isEmpty)
    let shrunk = areas.map { area in
      let centre = area.centroid ?? Coordinate(0, 0)
      return area.mapCoordinates {
        Coordinate($0.x + (centre.x - $0.x) * 0.001, $0.y + (centre.y - $0.y) * 0.001)
      }
    }
    let coverage = try Coverage(shrunk)
    #expect(coverage.check(in: .metres).isClean())
    let slits = coverage.openSlits(narrowerThan: 1, in: .metres)
    // As many as there are pairs with a common line.
    var sides: [Set<Coordinate>: Int] = [:]
    for ring in areas.map({ $0.polygons[0].exterior }) {
      for (a, b) in zip(ring, ring.dropFirst()) { sides[[a, b], default: 0] += 1 }
    }
    #expect(slits.count >= sides.values.count { $0 == 2 })
    #expect(slits.allSatisfy { $0.width < 0.3 })
  }

  @Test func `an area that crosses itself counts by even and odd`() throws {
    let bow = SquareLayer.area([(0, 0), (10, 10), (10, 0), (0, 10)])
    let faults = try Coverage.faults(of: [bow])
    #expect(faults.totalArea == 50)
    #expect(faults.overlaps.isEmpty && faults.gaps.isEmpty)
  }

  @Test func `nothing, points and spikes have no faces`() throws {
    #expect(try Coverage.faults(of: []).isClean())
    #expect(try Coverage.faults(of: [MultiPolygon()]).isClean())
    let line = SquareLayer.area([(0, 0), (5, 5), (0, 0)])
    #expect(try Coverage.faults(of: [line]).totalArea == 0)
  }

  @Test func `what is no number is refused with its area`() {
    let areas = [SquareLayer.box(0, 0, 1, 1), SquareLayer.area([(0, 0), (.nan, 1), (1, 1)])]
    #expect(throws: CoverageError.notFinite(area: 1)) { try Coverage(areas) }
    #expect(throws: CoverageError.tooLarge(area: 0)) {
      try Coverage([SquareLayer.box(0, 0, 1e200, 1)])
    }
  }
}
