import Geo
import Testing

@Suite struct PolygonMeasuresTests {
  let square = Polygon(
    exterior: [
      Coordinate(0, 0), Coordinate(0, 10), Coordinate(10, 10), Coordinate(10, 0), Coordinate(0, 0),
    ],
    holes: [
      [Coordinate(1, 1), Coordinate(5, 1), Coordinate(5, 5), Coordinate(1, 5), Coordinate(1, 1)]
    ])

  @Test func `holes are taken off and direction gives the sign`() throws {
    #expect(square.area == 84)
    #expect(square.signedArea == -84)
    #expect(square.normalised.signedArea == 84)
    let centroid = try #require(square.centroid)
    #expect(abs(centroid.x - (500 - 48) / 84.0) < 1e-12)
    #expect(abs(centroid.y - (500 - 48) / 84.0) < 1e-12)
  }

  @Test func `normalising closes rings and turns holes clockwise`() {
    let open = Polygon(
      exterior: Array(square.exterior.dropLast()), holes: [Array(square.holes[0].dropLast())])
    let normal = open.normalised
    #expect(normal.exterior.first == normal.exterior.last)
    #expect(Polygon(exterior: normal.exterior).signedArea == 100)
    #expect(Polygon(exterior: normal.holes[0]).signedArea == -16)
  }

  @Test func `large coordinates cost no digits`() {
    let far = MultiPolygon([square]).mapCoordinates { Coordinate($0.x + 1e9, $0.y + 4e9) }
    #expect(far.area == 84)
  }

  @Test func `a line and nothing are empty`() {
    let line = Polygon(exterior: [Coordinate(0, 0), Coordinate(1, 1), Coordinate(0, 0)])
    #expect(line.isEmpty)
    #expect(line.area == 0)
    #expect(line.centroid == nil)
    #expect(line.representativePoint == nil)
    #expect(MultiPolygon().isEmpty)
    #expect(!MultiPolygon([square]).isEmpty)
  }

  @Test func `the representative point lies inside a bent polygon with a hole`() throws {
    let bow = Polygon(
      exterior: [
        Coordinate(0, 0), Coordinate(10, 0), Coordinate(10, 10), Coordinate(0, 10),
        Coordinate(0, 9), Coordinate(9, 9), Coordinate(9, 1), Coordinate(0, 1), Coordinate(0, 0),
      ])
    for polygon in [square, bow] {
      let point = try #require(polygon.representativePoint)
      #expect(polygon.contains(point))
      #expect(polygon.representativePoint == point)
    }
    let both = MultiPolygon([Polygon(exterior: square.holes[0]), bow])
    #expect(both.representativePoint == bow.representativePoint)
  }
}
