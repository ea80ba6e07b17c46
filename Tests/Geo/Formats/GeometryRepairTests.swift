import Testing

@testable import Geo

@Suite struct GeometryRepairTests {
  static func square(_ x: Double, _ y: Double, _ side: Double) -> MultiPolygon {
    MultiPolygon([
      Polygon(exterior: [
        Coordinate(x, y), Coordinate(x + side, y), Coordinate(x + side, y + side),
        Coordinate(x, y + side), Coordinate(x, y),
      ])
    ])
  }

  /// Two triangles that meet where the ring crosses itself, at (1, 1).
  static let bowTie = MultiPolygon([
    Polygon(exterior: [
      Coordinate(0, 0), Coordinate(2, 2), Coordinate(2, 0), Coordinate(0, 2), Coordinate(0, 0),
    ])
  ])

  static func area(_ area: MultiPolygon) -> Double {
    area.polygons.reduce(0) { sum, polygon in
      polygon.holes.reduce(sum + abs(shoelace(polygon.exterior))) { $0 - abs(shoelace($1)) }
    }
  }

  static func shoelace(_ ring: Ring) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
  }

  @Test func `a ring that crosses itself is found, with the place`() {
    #expect(GeometryRepair.isValid(GeometryRepairTests.square(0, 0, 1)).isValid)
    let verdict = GeometryRepair.isValid(GeometryRepairTests.bowTie)
    #expect(!verdict.isValid)
    #expect(verdict.reason?.contains("1 1") == true)
  }

  @Test func `a bow tie becomes two triangles`() throws {
    let repaired = try GeometryRepair.makeValid(GeometryRepairTests.bowTie)
    #expect(GeometryRepair.isValid(repaired).isValid)
    #expect(repaired.polygons.count == 2)
    #expect(GeometryRepairTests.area(repaired) == 2)
  }

  @Test func `parts without area are dropped`() throws {
    let spike = MultiPolygon([
      Polygon(exterior: [
        Coordinate(0, 0), Coordinate(1, 0), Coordinate(1, 5), Coordinate(1, 1), Coordinate(0, 1),
        Coordinate(0, 0),
      ])
    ])
    #expect(GeometryRepairTests.area(try GeometryRepair.makeValid(spike)) == 1)
    let line = MultiPolygon([
      Polygon(exterior: [Coordinate(0, 0), Coordinate(1, 1), Coordinate(0, 0), Coordinate(0, 0)])
    ])
    #expect(try GeometryRepair.makeValid(line).polygons.isEmpty)
    #expect(try GeometryRepair.makeValid(MultiPolygon()).polygons.isEmpty)
  }

  @Test func `areas add up when they are combined`() throws {
    let (a, b) = (GeometryRepairTests.square(0, 0, 2), GeometryRepairTests.square(1, 1, 2))
    let union = try GeometryRepair.union(of: [a, b])
    let common = try GeometryRepair.intersection(a, b)
    let rest = try GeometryRepair.difference(a, b)
    #expect(GeometryRepairTests.area(union) == 7)
    #expect(GeometryRepairTests.area(common) == 1)
    #expect(GeometryRepairTests.area(rest) == 3)
    #expect(union.polygons.count == 1)
    #expect(try GeometryRepair.union(of: []).polygons.isEmpty)
  }

  @Test func `what only touches has nothing in common`() throws {
    let (a, b) = (GeometryRepairTests.square(0, 0, 1), GeometryRepairTests.square(1, 0, 1))
    #expect(try GeometryRepair.intersection(a, b).polygons.isEmpty)
  }

  @Test func `lines that cross enclose areas, loose ends ignored`() throws {
    // A noughts-and-crosses board: four lines around the middle, ends loose.
    let lines = [
      [Coordinate(0, 1), Coordinate(3, 1)], [Coordinate(0, 2), Coordinate(3, 2)],
      [Coordinate(1, 0), Coordinate(1, 3)], [Coordinate(2, 0), Coordinate(2, 3)],
    ]
    let areas = try GeometryRepair.polygonise(lines: lines)
    #expect(areas.count == 1)
    #expect(GeometryRepairTests.area(MultiPolygon(areas)) == 1)
    #expect(try GeometryRepair.polygonise(lines: [[Coordinate(0, 0), Coordinate(1, 1)]]).isEmpty)
  }

  @Test func `what GEOS refuses is an error that says what to do`() {
    let broken = MultiPolygon([
      Polygon(exterior: [
        Coordinate(0, 0), Coordinate(.nan, 1), Coordinate(1, 1), Coordinate(0, 0),
      ])
    ])
    #expect(!GeometryRepair.isValid(broken).isValid)
    do {
      _ = try GeometryRepair.makeValid(broken)
      Issue.record("a position that is no number was repaired")
    } catch {
      #expect(error.code == .invalidGeometry)
      #expect(error.message.contains("no numbers"))
    }
  }
}
