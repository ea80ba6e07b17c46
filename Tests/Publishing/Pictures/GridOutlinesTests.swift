import Geo
import Testing

@testable import Publishing

@Suite struct GridOutlinesTests {
  private func rings(_ rows: [String]) -> [Ring] {
    let grid = DensityGrid(
      minX: 100, maxY: 1000, cell: 10, columns: rows.first?.count ?? 0, rows: rows.count)
    return GridOutlines.rings(of: rows.joined().map { $0 == "#" }, on: grid)
  }

  @Test func `a cell is a square`() {
    let square: [(Double, Double)] = [(110, 990), (120, 990), (120, 980), (110, 980), (110, 990)]
    #expect(rings(["...", ".#.", "..."]) == [square.map { Coordinate($0.0, $0.1) }])
  }

  @Test func `nothing has no outline`() {
    #expect(rings(["..", ".."]).isEmpty)
  }

  @Test func `cells that touch at a corner stay apart`() {
    let found = rings(["#.", ".#"])
    #expect(found.count == 2 && found.allSatisfy { $0.count == 5 })
  }

  @Test func `a hole runs the other way`() {
    let found = rings(["###", "#.#", "###"])
    #expect(found.count == 2)
    let areas = found.map { Polygon(exterior: $0).signedArea }
    #expect(areas == [-900, 100])
  }

  /// Winding numbers of cells' centres against the marks.
  @Test(arguments: 0..<60)
  func `exactly the marked cells lie within`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next() -> Bool {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state % 100 < 55
    }
    let (columns, rows) = (1 + seed % 9, 1 + seed % 7)
    let grid = DensityGrid(minX: 0, maxY: 70, cell: 10, columns: columns, rows: rows)
    let marks = (0..<grid.count).map { _ in next() }
    let found = GridOutlines.rings(of: marks, on: grid)
    for cell in marks.indices {
      let centre = Coordinate(grid.x(ofColumn: cell % columns), grid.y(ofRow: cell / columns))
      let wound = found.reduce(0) { $0 + winding($1, around: centre) }
      #expect(wound == (marks[cell] ? 1 : 0))
    }
    #expect(found.allSatisfy { $0.first == $0.last })
  }

  /// How often a ring goes around a position, clockwise.
  private func winding(_ ring: Ring, around c: Coordinate) -> Int {
    zip(ring, ring.dropFirst()).reduce(0) { sum, side in
      let (a, b) = side
      guard a.x == b.x, a.x > c.x else { return sum }
      if a.y > c.y, b.y < c.y { return sum + 1 }
      if a.y < c.y, b.y > c.y { return sum - 1 }
      return sum
    }
  }
}
