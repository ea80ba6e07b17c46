import Testing

@testable import Geo

@Suite struct GeodesicTests {
  @Test func `the published geodesic from JFK to LHR is measured`() {
    // The example in Karney's GeodSolve manual.
    let (jfk, lhr) = (Coordinate(-73.8, 40.6), Coordinate(-0.5, 51.6))
    #expect(abs(Geodesic.distance(jfk, lhr) - 5_551_759.400) < 0.001)
    #expect(abs(Geodesic.bearing(from: jfk, to: lhr) - 51.198882845579824) < 1e-9)
  }

  @Test func `a great circle is within half a percent of the geodesic`() {
    let (a, b) = (Coordinate(116.4, 39.9), Coordinate(108.9, 34.3))
    let exact = Geodesic.distance(a, b)
    #expect(abs(greatCircleDistance(a, b) / exact - 1) < 0.005)
    #expect(abs(initialBearing(from: a, to: b) - Geodesic.bearing(from: a, to: b)) < 0.3)
  }

  @Test func `a degree along the equator of the sphere is known`() {
    let metres = greatCircleDistance(Coordinate(0, 0), Coordinate(1, 0))
    #expect(abs(metres - 6_371_008.8 * .pi / 180) < 1e-6)
    #expect(greatCircleDistance(Coordinate(5, 5), Coordinate(5, 5)) == 0)
  }

  @Test(arguments: [(0.0, 1.0, 0.0), (1.0, 0.0, 90.0), (0.0, -1.0, 180.0), (-1.0, 0.0, 270.0)])
  func `bearings run clockwise from north`(east: Double, north: Double, bearing: Double) {
    let end = Coordinate(east, north)
    #expect(abs(initialBearing(from: Coordinate(0, 0), to: end) - bearing) < 1e-9)
    #expect(abs(Geodesic.bearing(from: Coordinate(0, 0), to: end) - bearing) < 1e-9)
  }

  @Test func `areas equal those of the equal-area projection, holes taken off`() throws {
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    let outer = square(116, 39, 0.01)
    let hole = square(116.002, 39.002, 0.004)
    let polygon = Polygon(exterior: outer, holes: [Array(hole.reversed())])
    var (ring, holeRing) = (outer, hole)
    transformer.transform(&ring)
    transformer.transform(&holeRing)
    let planar = shoelace(ring) - shoelace(holeRing)
    // A straight line is not quite a geodesic, over a kilometre to a millionth.
    #expect(abs(Geodesic.area(polygon) / planar - 1) < 1e-6)
    #expect(Geodesic.area(MultiPolygon([polygon, polygon])) == 2 * Geodesic.area(polygon))
  }

  @Test func `the length of a line is the sum of its parts`() {
    let line = [Coordinate(116, 39), Coordinate(116, 40), Coordinate(117, 40)]
    let parts = Geodesic.distance(line[0], line[1]) + Geodesic.distance(line[1], line[2])
    #expect(Geodesic.length(line) == parts)
    #expect(Geodesic.length([]) == 0)
  }

  func square(_ x: Double, _ y: Double, _ side: Double) -> Ring {
    [
      Coordinate(x, y), Coordinate(x + side, y), Coordinate(x + side, y + side),
      Coordinate(x, y + side), Coordinate(x, y),
    ]
  }

  func shoelace(_ ring: Ring) -> Double {
    let origin = ring[0]
    let sum = zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
      sum + (edge.0.x - origin.x) * (edge.1.y - origin.y)
        - (edge.1.x - origin.x) * (edge.0.y - origin.y)
    }
    return abs(sum) / 2
  }
}
