import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct SheetMapTests {
  private func map(_ sheets: [SheetContents], _ facts: Facts) throws -> SheetMap {
    SheetMap(
      of: sheets, on: try SheetGround(facts, stopsOf: sheets), width: 500, height: 250, radius: 7,
      letters: 6.5)
  }

  /// The fixture with a township around its first stop, and one far away.
  private func facts() -> Facts {
    var facts = SheetDayTests.facts()
    facts.townships[0].area = MultiPolygon([square(114.52, 38.05, 0.05)])
    facts.townships[1].area = MultiPolygon([square(116, 39, 0.05)])
    return facts
  }

  private func square(_ x: Double, _ y: Double, _ half: Double) -> Polygon {
    Polygon(exterior: [
      Coordinate(x - half, y - half), Coordinate(x + half, y - half),
      Coordinate(x + half, y + half), Coordinate(x - half, y + half),
      Coordinate(x - half, y - half),
    ])
  }

  @Test func `distances on the map are those on the ground`() throws {
    let facts = facts()
    let sheet = try SheetDayTests.day(facts).sheets[0]
    let marks = try map([sheet], facts).tracks[0].marks
    let scale = try map([sheet], facts).metresPerPoint
    let (a, b) = (marks[0].place, marks[1].place)
    let onMap = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot() * scale
    let onGround = Geodesic.distance(
      sheet.stops[0].planned.position, sheet.stops[1].planned.position)
    #expect(abs(onMap / onGround - 1) < 0.002)
    // North is up, east to the right.
    #expect(b.x > a.x && b.y < a.y)
  }

  @Test func `all stops are on the map, with the numbers of the list`() throws {
    let facts = facts()
    let sheet = try SheetDayTests.day(facts).sheets[0]
    let marks = try map([sheet], facts).tracks[0].marks
    #expect(marks.map(\.number) == [1, 2])
    for mark in marks {
      #expect(mark.disc.x >= 7 && mark.disc.x <= 493 && mark.disc.y >= 7 && mark.disc.y <= 243)
    }
  }

  @Test func `only townships of the frame are drawn, those with a stop marked and named`() throws {
    let facts = facts()
    let sheet = try SheetDayTests.day(facts).sheets[0]
    let map = try map([sheet], facts)
    #expect(map.townships.map(\.isMarked) == [true])
    #expect(map.labels.allSatisfy { $0.text == "建北街道" })
    #expect(!map.hasMadeBorders)
  }

  @Test func `a day without stops shows the ground around the base`() throws {
    let facts = facts()
    let map = try map([try SheetDayTests.day(facts).sheets[1]], facts)
    #expect(map.tracks[0].marks.isEmpty)
    #expect(map.tracks[0].way.isEmpty)
    #expect(map.tracks[0].base == Coordinate(250, 125))
  }
}
