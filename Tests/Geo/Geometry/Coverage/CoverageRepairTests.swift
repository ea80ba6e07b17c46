import Geo
import Testing

@Suite struct CoverageRepairTests {
  private func repaired(
    _ areas: [MultiPolygon], width: Double? = nil, area: Double? = nil
  ) throws -> CoverageRepair {
    try Coverage(areas).repaired(closing: GapLimits(width: width, area: area), in: .metres)
  }

  @Test func `a coverage stays as it is, to the last bit`() throws {
    var generator = SeededGenerator(5)
    let areas = LatticeLayer.coverage(side: 8, step: 100, shake: 45, using: &generator)
      .multiPolygons
    let repair = try repaired(areas)
    #expect(repair.areas == areas)
    #expect(repair.changed.isEmpty)
  }

  @Test func `overlap and gap of a shifted corner go to the longest border`() throws {
    var areas = SquareLayer.grid(3)
    areas[4] = areas[4].moving(Coordinate(200, 200), to: Coordinate(210, 190))
    let repair = try repaired(areas)
    let faults = try Coverage.faults(of: repair.areas)
    #expect(faults.isClean())
    #expect(repair.overlaps.count == 1 && repair.closedGaps.count == 1)
    #expect(faults.coveredArea == 90_000)
    // The overlap has 100.6 with the eastern square and 90.9 with the middle one, the gap 100.4
    // with the middle and 100 with the northern one: so all squares are whole again.
    #expect(repair.areas.allSatisfy { abs($0.area - 10_000) < 1e-9 })
    #expect(!repair.areas.contains { $0.corners.contains(Coordinate(210, 190)) })
    #expect(repair.areas[0] == areas[0])
    #expect(Set(repair.changed).isSubset(of: [4, 5, 7, 8]))
  }

  @Test func `both sides get the corner that one lacked`() throws {
    var areas = SquareLayer.grid(3)
    let corner = Coordinate(200, 130)
    areas[4] = areas[4].inserting(corner, after: Coordinate(200, 100))
    let repair = try repaired(areas)
    #expect(repair.changed == [5])
    #expect(repair.areas[5].corners == areas[5].corners.union([corner]))
    #expect(repair.areas[5].polygons[0].exterior.first == areas[5].polygons[0].exterior.first)
    #expect(try Coverage.faults(of: repair.areas).isClean())
  }

  @Test func `gaps beyond the limits stay`() throws {
    var areas = SquareLayer.grid(3)
    areas[4] = areas[4].moving(Coordinate(200, 200), to: Coordinate(199, 199))
    let narrow = try repaired(areas, width: 0.9)
    #expect(narrow.closedGaps.count == 1 && narrow.openGaps.count == 0)
    #expect(try repaired(areas, width: 0.4).openGaps.count == 1)
    var ring = SquareLayer.grid(3)
    ring.remove(at: 4)
    let open = try repaired(ring, width: 49.9)
    #expect(open.openGaps.count == 1 && open.openGaps.area == 10_000)
    #expect(open.areas == ring)
    // Either limit closes; of equal borders the first of the layer wins.
    let closed = try repaired(ring, width: 1, area: 10_000)
    #expect(closed.changed == [1])
    #expect(closed.areas[1].area == 20_000)
  }

  @Test func `an enclave drawn over its surroundings is cut out of them`() throws {
    let areas = [SquareLayer.box(0, 0, 100, 100), SquareLayer.box(40, 40, 60, 60)]
    let repair = try repaired(areas)
    #expect(repair.areas[1].area == 400)
    #expect(repair.areas[0].area == 9600)
    #expect(repair.areas[0].polygons[0].holes.count == 1)
    #expect(try Coverage.faults(of: repair.areas).isClean())
    // One within another within a third: each keeps its ground.
    let nested = try repaired([
      SquareLayer.box(0, 0, 100, 100), SquareLayer.box(20, 20, 80, 80),
      SquareLayer.box(40, 40, 60, 60),
    ])
    #expect(nested.areas.map(\.area) == [6400, 3200, 400])
  }

  @Test func `an area of which nothing would be left is told`() {
    var areas = SquareLayer.grid(2)
    areas.append(areas[1])
    #expect(throws: CoverageError.swallowed(areas: [4])) { try repaired(areas) }
  }

  @Test func `an area that crosses itself becomes valid`() throws {
    let bow = SquareLayer.area([(0, 0), (10, 10), (10, 0), (0, 10)])
    let spike = SquareLayer.area([(20, 0), (30, 0), (30, 10), (30, 20), (30, 10), (20, 10)])
    let repair = try repaired([bow, spike])
    #expect(repair.areas.map(\.area) == [50, 100])
    #expect(repair.areas.map(\.polygons.count) == [2, 1])
    #expect(repair.areas.allSatisfy { GeometryRepair.isValid($0).isValid })
    // The bow's lobes touch in a corner that only the drawing lacked.
    let ring = SquareLayer.area([(0, 0), (5, 5), (10, 0), (10, 10), (5, 5), (0, 10)])
    let split = try repaired([ring])
    #expect(split.areas[0].polygons.count == 2)
    #expect(GeometryRepair.isValid(split.areas[0]).isValid)
  }

  @Test(arguments: 1...40)
  func `whatever was disturbed, the repair is clean and loses nothing`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let areas = NearlyCoverage.layer(using: &generator)
    let before = try Coverage(areas).check(in: .geographic)
    #expect(!before.isClean())
    let repair = try Coverage(areas).repaired(closing: GapLimits(), in: .geographic)
    let after = try Coverage(repair.areas).check(in: .geographic)
    #expect(after.isClean())
    #expect(after.overlaps.isEmpty && after.gaps.isEmpty)
    #expect(abs(after.totalArea - after.coveredArea) < 1e-9 * after.totalArea)
    let gaps = before.gaps.reduce(0) { $0 + $1.area }
    #expect(abs(after.coveredArea - before.coveredArea - gaps) < 1e-9 * after.coveredArea)
    #expect(repair.areas.allSatisfy { GeometryRepair.isValid($0).isValid })
    let union = try GeometryRepair.union(of: repair.areas)
    let sum = repair.areas.reduce(0) { $0 + $1.area }
    #expect(abs(union.area - sum) < 1e-9 * sum)
    // Every repair is the last one.
    let again = try Coverage(repair.areas).repaired(closing: GapLimits(), in: .geographic)
    #expect(again.areas == repair.areas)
  }

  @Test(arguments: 1...10)
  func `slits between areas drawn too small are closed`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let areas = LatticeLayer.coverage(side: 6, step: 100, shake: 30, using: &generator)
      .multiPolygons
    let shrunk = areas.map { area in
      let centre = area.centroid ?? Coordinate(0, 0)
      return area.mapCoordinates {
        Coordinate($0.x + (centre.x - $0.x) * 0.001, $0.y + (centre.y - $0.y) * 0.001)
      }
    }
    let repair = try repaired(shrunk, width: 1)
    let coverage = try Coverage(repair.areas)
    #expect(coverage.check(in: .metres).isClean())
    #expect(coverage.openSlits(narrowerThan: 1, in: .metres).isEmpty)
    #expect(repair.areas.allSatisfy { GeometryRepair.isValid($0).isValid })
    let sum = repair.areas.reduce(0) { $0 + $1.area }
    let union = try GeometryRepair.union(of: repair.areas)
    #expect(abs(union.area - sum) < 1e-9 * sum)
    #expect(union.polygons.count == 1 && union.polygons[0].holes.isEmpty)
    // The strips make up a thousandth of the ground on each side, less at the rim.
    let missing = areas.reduce(0) { $0 + $1.area } - sum
    #expect(missing > 0 && missing < 0.0005 * sum)
  }

  @Test func `corners away from faults keep their bits`() throws {
    var generator = SeededGenerator(3)
    var areas = LatticeLayer.coverage(side: 8, step: 100, shake: 45, using: &generator)
      .multiPolygons.map { $0.mapCoordinates { Coordinate(116 + $0.x / 3e4, 38 + $0.y / 3e4) } }
    let corner = try #require(
      areas[20].corners.first { corner in areas.count { $0.corners.contains(corner) } > 2 })
    let moved = Coordinate(corner.x + 1e-5, corner.y + 2e-5)
    let before = areas
    areas[20] = areas[20].moving(corner, to: moved)
    let repair = try Coverage(areas).repaired(closing: GapLimits(), in: .geographic)
    #expect(try Coverage(repair.areas).check(in: .geographic).isClean())
    for (number, area) in before.enumerated() {
      let kept = area.corners.subtracting([corner])
      #expect(repair.areas[number].corners.isSuperset(of: kept))
      #expect(area.corners.contains(corner) || repair.areas[number] == area)
    }
  }
}
