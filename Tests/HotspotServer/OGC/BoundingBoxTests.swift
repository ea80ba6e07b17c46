import Geo
import Testing

@testable import HotspotServer

@Suite struct BoundingBoxTests {
  @Test(arguments: [
    "", "1", "1,2,3", "1,2,3,4,5", "1,2,3,4,5,6,7", "a,2,3,4", "1,2,3,", "nan,1,2,3", "inf,1,2,3",
    "1,3,2,2", "1;2;3;4",
  ])
  func `what is no box is refused`(text: String) {
    #expect(throws: Refusal.self) { try BoundingBox(text) }
  }

  @Test func `heights do not count`() throws {
    #expect(try BoundingBox("1,2,9,3,4,10") == BoundingBox("1,2,3,4"))
  }

  @Test func `a box over the antimeridian is two`() throws {
    let box = try BoundingBox("170,-10,-170,10")
    #expect(box.meets(.point(Coordinate(175, 0))))
    #expect(box.meets(.point(Coordinate(-175, 0))))
    #expect(!box.meets(.point(Coordinate(0, 0))))
  }

  private static func square(_ low: Double, _ high: Double) -> Ring {
    [
      Coordinate(low, low), Coordinate(high, low), Coordinate(high, high), Coordinate(low, high),
      Coordinate(low, low),
    ]
  }

  @Test func `areas meet it themselves, not by their boxes`() throws {
    // A triangle whose own box holds the asked one, which lies beyond its long side.
    let triangle = Geometry.area(
      MultiPolygon([
        Polygon(exterior: [
          Coordinate(0, 0), Coordinate(10, 0), Coordinate(0, 10), Coordinate(0, 0),
        ])
      ]))
    #expect(try !BoundingBox("8,8,9,9").meets(triangle))
    #expect(try BoundingBox("1,1,2,2").meets(triangle))
    #expect(try BoundingBox("4,4,9,9").meets(triangle))
  }

  @Test func `a box in a hole meets nothing`() throws {
    let ring = Geometry.area(
      MultiPolygon([Polygon(exterior: Self.square(0, 10), holes: [Self.square(3, 7)])]))
    #expect(try !BoundingBox("4,4,6,6").meets(ring))
    #expect(try BoundingBox("4,4,8,6").meets(ring))
    #expect(try BoundingBox("1,1,2,2").meets(ring))
    #expect(try BoundingBox("-5,-5,15,15").meets(ring))
  }

  @Test func `a line that only crosses meets it`() throws {
    let line = Geometry.lines([[Coordinate(-5, 0), Coordinate(5, 10)]])
    #expect(try BoundingBox("-2,2,2,8").meets(line))
    #expect(try !BoundingBox("1,1,4,3").meets(line))
    #expect(try BoundingBox("5,10,6,11").meets(line))
  }
}
