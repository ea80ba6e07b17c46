import Testing

@testable import Geo

@Suite struct StretchesTests {
  @Test func `sides are divided, and neighbours get the same positions`() {
    let west = MultiPolygon([
      Polygon(exterior: Envelope(minX: 0, minY: 0, maxX: 3000, maxY: 3000).border())
    ])
    let east = MultiPolygon([
      Polygon(exterior: Envelope(minX: 3000, minY: 0, maxX: 6000, maxY: 3000).border())
    ])
    let (a, b) = (west.stretched(800), east.stretched(800))
    #expect(a.polygons[0].exterior.count == 17)
    #expect(a.polygons[0].exterior == Envelope(a.polygons[0].exterior).border(stretches: 4))
    let shared = Set(a.polygons[0].exterior.filter { $0.x == 3000 })
    #expect(shared.count == 5)
    #expect(shared == Set(b.polygons[0].exterior.filter { $0.x == 3000 }))
    #expect(a.area == west.area)
  }

  @Test func `short sides and rings without length stay`() {
    let small = MultiPolygon([
      Polygon(exterior: Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1).border())
    ])
    #expect(small.stretched(800) == small)
    #expect(MultiPolygon([Polygon(exterior: [])]).stretched(1).polygons[0].exterior.isEmpty)
  }
}
