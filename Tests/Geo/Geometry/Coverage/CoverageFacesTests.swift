import Geo
import Testing

/// Faces of layers that are no coverages at all, against point location and GEOS.
@Suite struct CoverageFacesTests {
  @Test(arguments: 1...12)
  func `who holds a face is who holds a point in it`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    // Two coverages across each other, some areas twice.
    var areas = LatticeLayer.coverage(side: 5, step: 100, shake: 45, using: &generator)
      .multiPolygons
    areas +=
      LatticeLayer.coverage(side: 4, step: 110, shake: 50, origin: 37, using: &generator)
      .multiPolygons
    areas += areas.prefix(3)
    let index = try PolygonIndex(areas)
    let faults = try Coverage.faults(of: areas)
    #expect(faults.overlaps.count > 40)
    for fault in faults.overlaps + faults.gaps {
      // Crossings are rounded, so faces of a last digit's width may have no point of their own.
      guard fault.area > 1e-6 else { continue }
      #expect(index.locateAll(fault.representativePoint) == fault.holders)
    }
    let total = areas.reduce(0) { $0 + $1.area }
    #expect(abs(faults.totalArea - total) < 1e-9 * total)
    let union = try GeometryRepair.union(of: areas)
    #expect(abs(faults.coveredArea - union.area) < 1e-9 * union.area)
    let holes = union.polygons.flatMap(\.holes).map { Polygon(exterior: $0).area }.reduce(0, +)
    #expect(abs(faults.gaps.reduce(0) { $0 + $1.area } - holes) < 1e-9 * total)
  }

  @Test(arguments: 1...20)
  func `lines that nearly coincide are sorted out`(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let areas = NearlyCoverage.layer(using: &generator)
    let faults = try Coverage.faults(of: areas)
    let total = areas.reduce(0) { $0 + $1.area }
    // Corners move by less than 1e-12 times the extent.
    #expect(abs(faults.totalArea - total) < 1e-9 * total)
    for fault in faults.overlaps + faults.gaps {
      #expect(GeometryRepair.isValid(MultiPolygon([fault.place])).isValid)
    }
  }

  @Test func `the order of the areas changes only their numbers`() throws {
    var generator = SeededGenerator(77)
    let areas = NearlyCoverage.layer(using: &generator)
    let one = try Coverage.faults(of: areas)
    let other = try Coverage.faults(of: areas.reversed())
    let last = areas.count - 1
    #expect(
      Set(one.overlaps.map(\.holders))
        == Set(other.overlaps.map { $0.holders.map { last - $0 }.sorted() }))
    #expect(abs(one.coveredArea - other.coveredArea) < 1e-9 * one.coveredArea)
  }
}

/// Coverages whose corners and borders were disturbed, by much and by very little.
enum NearlyCoverage {
  /// A layer around 116 E 38 N in degrees.
  static func layer(using generator: inout SeededGenerator) -> [MultiPolygon] {
    let lattice = LatticeLayer.coverage(side: 7, step: 100, shake: 40, using: &generator)
    return lattice.multiPolygons.map { area in
      var area = area.mapCoordinates { Coordinate(116 + $0.x / 3000, 38 + $0.y / 3000) }
      let ring = area.polygons[0].exterior
      guard let last = ring.last else { return area }
      var corners: Ring = []
      for (a, b) in zip(ring, ring.dropFirst()) {
        corners.append(disturbed(a, using: &generator))
        if Int.random(in: 0..<3, using: &generator) == 0 {
          let share = Double.random(in: 0.1...0.9, using: &generator)
          let between = Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
          corners.append(disturbed(between, using: &generator))
        }
      }
      corners.append(corners.first ?? last)
      area.polygons[0].exterior = corners
      return area
    }
  }

  /// A position as it is, or off by 1e-15 to 1e-4 degrees.
  private static func disturbed(
    _ place: Coordinate, using generator: inout SeededGenerator
  ) -> Coordinate {
    guard Int.random(in: 0..<3, using: &generator) == 0 else { return place }
    var size = 1.0
    for _ in 0..<Int.random(in: 4...15, using: &generator) { size /= 10 }
    return Coordinate(
      place.x + size * Double.random(in: -1...1, using: &generator),
      place.y + size * Double.random(in: -1...1, using: &generator))
  }
}
