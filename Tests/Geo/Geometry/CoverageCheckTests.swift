import Geo
import Testing

@Suite struct CoverageCheckTests {
  private func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> MultiPolygon {
    MultiPolygon([
      Polygon(exterior: [
        Coordinate(minX, minY), Coordinate(maxX, minY), Coordinate(maxX, maxY),
        Coordinate(minX, maxY), Coordinate(minX, minY),
      ])
    ])
  }

  @Test func `a coverage has neither overlaps nor gaps`() throws {
    var generator = SeededGenerator(12)
    let areas = LatticeLayer.coverage(side: 8, step: 100, shake: 45, using: &generator)
      .multiPolygons
    #expect(CoverageCheck.overlaps(of: areas).isEmpty)
    for row in 0..<3 {
      let inner = box(100, 100 * Double(row) + 50, 650, 650)
      #expect(CoverageCheck.gaps(in: inner, coveredBy: areas, tolerance: 1e-9).isEmpty)
    }
  }

  @Test func `overlaps have their size and place`() {
    let diamond = MultiPolygon([
      Polygon(exterior: [
        Coordinate(10, 4), Coordinate(12, 6), Coordinate(10, 8), Coordinate(8, 6),
        Coordinate(10, 4),
      ])
    ])
    let found = CoverageCheck.overlaps(of: [box(0, 0, 10, 10), box(20, 0, 30, 10), diamond])
    #expect(found.count == 1)
    #expect(found.first?.first == 0)
    #expect(found.first?.second == 2)
    #expect(abs((found.first?.area ?? 0) - 4) < 1e-12)
    #expect(found.first?.envelope == Envelope(minX: 8, minY: 4, maxX: 10, maxY: 8))
  }

  @Test func `gaps are told apart and measured, slivers too`() {
    let parent = box(0, 0, 10, 10)
    let areas = [
      box(-1, -1, 5, 11), box(5.001, -1, 11, 4), box(5.001, 6, 11, 11), box(5.001, 4, 9, 6),
    ]
    let gaps = CoverageCheck.gaps(in: parent, coveredBy: areas)
    #expect(gaps.count == 2)
    #expect(abs(gaps[0].area - 2) < 1e-12)
    #expect(gaps[0].envelope == Envelope(minX: 9, minY: 4, maxX: 10, maxY: 6))
    #expect(abs(gaps[1].area - 0.01) < 1e-12)
    #expect(CoverageCheck.gaps(in: parent, coveredBy: areas, tolerance: 0.1).count == 1)
    #expect(
      abs(CoverageCheck.gaps(in: parent, coveredBy: []).reduce(0) { $0 + $1.area } - 100) < 1e-9)
  }

  @Test func `what two areas share and what one leaves of the other add up`() {
    var generator = SeededGenerator(31)
    for _ in 0..<20 {
      let one = LatticeLayer.coverage(side: 1, step: 200, shake: 90, using: &generator)
        .multiPolygons[0]
      let other = LatticeLayer.coverage(
        side: 1, step: 200, shake: 90, origin: 60, using: &generator
      ).multiPolygons[0]
      // Inclusion and exclusion: what the other leaves of one is the rest.
      let shared = CoverageCheck.shared(one, other).area
      let left = CoverageCheck.gaps(in: one, coveredBy: [other]).reduce(0) { $0 + $1.area }
      #expect(abs(shared + left - one.area) < 1e-9 * one.area)
      #expect(CoverageCheck.shared(other, one).area == shared)
    }
  }
}
