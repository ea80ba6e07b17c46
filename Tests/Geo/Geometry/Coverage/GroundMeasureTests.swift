import Geo
import Testing

@Suite struct GroundMeasureTests {
  private func ring(_ box: Envelope, steps: Int) -> Ring {
    let corners = [
      Coordinate(box.minX, box.minY), Coordinate(box.maxX, box.minY),
      Coordinate(box.maxX, box.maxY), Coordinate(box.minX, box.maxY),
    ]
    return (0..<4).flatMap { side in
      let (a, b) = (corners[side], corners[(side + 1) % 4])
      return (0..<steps).map { step in
        let share = Double(step) / Double(steps)
        return Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
      }
    }
  }

  @Test(arguments: [
    Envelope(minX: 116, minY: 38, maxX: 117, maxY: 39),
    Envelope(minX: 116, minY: 38, maxX: 116.01, maxY: 38.01),
    Envelope(minX: -10, minY: -5, maxX: 10, maxY: 70),
  ])
  func `areas in degrees are those of closely spaced geodesics`(box: Envelope) {
    let fine = ring(box, steps: 2000)
    let geodesic = Geodesic.area(Polygon(exterior: fine + fine.prefix(1)))
    let measured = GroundMeasure.geographic.signedArea(ring(box, steps: 1))
    #expect(abs(measured / geodesic - 1) < 1e-6)
    #expect(GroundMeasure.geographic.signedArea(fine.reversed()) < 0)
  }

  @Test func `a slanting line has the same area below it in one piece or in many`() {
    let corners = [Coordinate(116, 38), Coordinate(116.8, 38.1), Coordinate(116.3, 38.9)]
    let pieces = corners.indices.flatMap { side -> Ring in
      let (a, b) = (corners[side], corners[(side + 1) % 3])
      let (dx, dy) = ((b.x - a.x) / 64, (b.y - a.y) / 64)
      return (0..<64).map { Coordinate(a.x + dx * Double($0), a.y + dy * Double($0)) }
    }
    let whole = GroundMeasure.geographic.signedArea(corners)
    #expect(abs(GroundMeasure.geographic.signedArea(pieces) / whole - 1) < 1e-12)
  }

  @Test func `lengths in degrees are those of geodesics`() {
    let pairs = [
      (Coordinate(116, 38), Coordinate(116.01, 38.02)), (Coordinate(116, 0), Coordinate(116.1, 0)),
      (Coordinate(10, 60), Coordinate(10, 60.1)),
    ]
    for (a, b) in pairs {
      let length = GroundMeasure.geographic.length(a, b)
      #expect(abs(length / Geodesic.distance(a, b) - 1) < 1e-6)
    }
  }

  @Test(arguments: ["EPSG:3857", "EPSG:4547", "EPSG:32650"])
  func `areas in a plane are those on the ground`(name: String) throws {
    let system = try CoordinateSystem(name)
    let degrees = ring(Envelope(minX: 114.5, minY: 38, maxX: 114.6, maxY: 38.1), steps: 10)
    var transformer = try Transformer(from: .wgs84, to: system)
    var plane = degrees
    #expect(transformer.transform(&plane) == 0)
    var box = Envelope(plane)
    box.include(Coordinate(box.minX + 300_000, box.minY + 300_000))
    let measure = try GroundMeasure(of: system, over: box)
    let area = measure.signedArea(plane)
    #expect(abs(area / GroundMeasure.geographic.signedArea(degrees) - 1) < 1e-4)
    let length = measure.length(plane[0], plane[1])
    // Mercator's on the ellipsoid is not quite the same in every direction.
    #expect(abs(length / GroundMeasure.geographic.length(degrees[0], degrees[1]) - 1) < 5e-3)
  }

  @Test func `feet count as feet`() throws {
    let system = try CoordinateSystem(
      "+proj=aea +lat_1=25 +lat_2=47 +lat_0=36 +lon_0=105 +units=us-ft +type=crs")
    let measure = try GroundMeasure(
      of: system, over: Envelope(minX: 0, minY: 0, maxX: 10_000, maxY: 10_000))
    let square = [
      Coordinate(0, 0), Coordinate(1000, 0), Coordinate(1000, 1000), Coordinate(0, 1000),
    ]
    let metres = 1000 * 1200 / 3937.0
    #expect(abs(measure.signedArea(square) / (metres * metres) - 1) < 1e-6)
  }
}
