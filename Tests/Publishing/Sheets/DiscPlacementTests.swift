import Geo
import Testing

@testable import Publishing

@Suite struct DiscPlacementTests {
  @Test func `a disc stands on its place where there is room`() {
    var discs = DiscPlacement(width: 200, height: 200, radius: 5)
    #expect(discs.place(at: Coordinate(50, 60)) == Coordinate(50, 60))
    #expect(discs.place(at: Coordinate(150, 60)) == Coordinate(150, 60))
  }

  @Test func `no disc hides another, and all are on the map`() {
    var discs = DiscPlacement(width: 200, height: 100, radius: 5)
    // Twelve stops on one spot in a corner.
    let placed = (0..<12).map { _ in discs.place(at: Coordinate(14, 14)) }
    for (index, disc) in placed.enumerated() {
      #expect(disc.x >= 5 && disc.y >= 5 && disc.x <= 195 && disc.y <= 95)
      for other in placed.prefix(index) {
        let (x, y) = (disc.x - other.x, disc.y - other.y)
        #expect((x * x + y * y).squareRoot() >= 10)
      }
    }
  }

  @Test func `without any room a disc stays on its place`() {
    var discs = DiscPlacement(width: 12, height: 12, radius: 5)
    _ = discs.place(at: Coordinate(6, 6))
    #expect(discs.place(at: Coordinate(6, 6)) == Coordinate(6, 6))
  }
}
