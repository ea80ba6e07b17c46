import Geo
import Testing

@Suite struct EqualAreaGridTests {
  let grid = EqualAreaGrid()

  @Test func `a border belongs to the cell east and north of it`() {
    #expect(grid.cell(at: Coordinate(0, 0)) == CellID(column: 0, row: 0))
    #expect(grid.cell(at: Coordinate(0.0.nextDown, 3000)) == CellID(column: -1, row: 1))
    #expect(grid.cell(at: Coordinate(3000.0.nextDown, -3000)) == CellID(column: 0, row: -1))
    #expect(grid.subCell(at: Coordinate(1499, 2999.9)).description == "E0000N0000-25")
    #expect(grid.subCell(at: Coordinate(-1, -2999)).description == "W0001S0001-50")
  }

  @Test(arguments: [3000, 0.1, 1 / 3.0])
  func `every position lies in the square of its cell`(size: Double) {
    let grid = EqualAreaGrid(size: size)
    let wrong = (-20_000..<20_000).filter { number in
      let border = Double(number) * size
      return [border.nextDown, border, border.nextUp].contains { x in
        let square = grid.envelope(of: grid.cell(at: Coordinate(x, 0)))
        return !(square.minX <= x && x < square.maxX)
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `the shares of a coverage add up to its areas and its inner cells`() {
    var generator = SeededGenerator(3)
    // Corners on whole 500 m, so that many lie on borders and corners of cells.
    var layer = LatticeLayer.coverage(side: 10, step: 16, shake: 6, using: &generator)
    layer.scale = 500
    var sums: [CellID: Double] = [:]
    for area in layer.multiPolygons {
      let shares = grid.shares(of: area)
      let sum = shares.reduce(0) { $0 + $1.area }
      #expect(abs(sum - area.area) < 1e-9 * 9e6)
      #expect(shares.map(\.cell) == shares.map(\.cell).sorted())
      for share in shares { sums[share.cell, default: 0] += share.area }
    }
    for row in Int32(2)..<24 {
      for column in Int32(2)..<24 {
        let sum = sums[CellID(column: column, row: row)] ?? 0
        #expect(abs(sum - 9e6) < 1e-9 * 9e6)
      }
    }
  }

  @Test func `shares are those of an exact cut`() {
    // A triangle over four cells around a corner of the grid, and a hole that fills a cell.
    let triangle = Polygon(exterior: [
      Coordinate(2000, 2000), Coordinate(4000, 2000), Coordinate(2000, 4000),
      Coordinate(2000, 2000),
    ])
    let shares = grid.shares(of: MultiPolygon([triangle]))
    #expect(shares.map(\.cell.description) == ["E0000N0000", "E0001N0000", "E0000N0001"])
    #expect(shares.map(\.area) == [1e6, 5e5, 5e5])
  }

  @Test func `an area along the borders of cells meets no further cell`() {
    let square = grid.envelope(of: CellID(column: 3, row: -2))
    var polygon = grid.polygon(of: CellID(column: 3, row: -2))
    #expect(grid.cells(covering: MultiPolygon([polygon])) == [CellID(column: 3, row: -2)])
    polygon.exterior.reverse()
    #expect(grid.shares(of: MultiPolygon([polygon])).map(\.area) == [9e6])
    let large = Polygon(
      exterior: [
        Coordinate(0, 0), Coordinate(15_000, 0), Coordinate(15_000, 9000), Coordinate(0, 9000),
        Coordinate(0, 0),
      ], holes: [grid.polygon(of: CellID(column: 2, row: 1)).exterior])
    let cells = grid.cells(covering: MultiPolygon([large]))
    #expect(cells.count == 14)
    #expect(!cells.contains(CellID(column: 2, row: 1)))
    #expect(square.width == 3000)
  }

  @Test func `an area that is not a number has no shares`() {
    let polygon = Polygon(exterior: [Coordinate(0, 0), Coordinate(.nan, 1), Coordinate(1, 1)])
    #expect(grid.shares(of: MultiPolygon([polygon])).isEmpty)
    #expect(grid.shares(of: MultiPolygon()).isEmpty)
  }
}
