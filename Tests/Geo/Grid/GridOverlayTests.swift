import Testing

@testable import Geo

@Suite struct GridOverlayTests {
  private func square(_ west: Double, _ south: Double, _ side: Double) -> MultiPolygon {
    let box = Envelope(minX: west, minY: south, maxX: west + side, maxY: south + side)
    return MultiPolygon([Polygon(exterior: box.border())])
  }

  @Test func `parts of a group are the sums over its areas`() throws {
    var overlay = GridOverlay(EqualAreaGrid(size: 10))
    try overlay.add(square(0, 0, 15), to: 0)
    try overlay.add(square(15, 0, 5), to: 1)
    try overlay.add(square(15, 5, 5), to: 0)
    #expect(overlay.groupAreas == [250, 25])
    let census = try overlay.census()
    #expect(
      census.cells.map(\.id.description) == [
        "E0000N0000", "E0001N0000", "E0000N0001", "E0001N0001",
      ])
    #expect(census.cells.map(\.area) == [100, 100, 50, 25])
    #expect(census.cells.map(\.areaCount) == [1, 3, 1, 1])
    #expect(census.shares.map(\.group) == [0, 0, 1, 0, 0])
    #expect(census.shares.map(\.area) == [100, 75, 25, 50, 25])
  }

  @Test func `no more cells are cut than the limit, and a size that does is told`() throws {
    var overlay = GridOverlay(EqualAreaGrid(size: 0.001), cellLimit: 1000)
    for _ in 0..<3 { try overlay.add(square(0, 0, 1e6), to: 0) }
    let full = overlay
    let error = #expect(throws: GridError.self) { try full.census() }
    guard case .tooManyCells(let expected, 1000, let least)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(expected > 3e18)
    var coarse = GridOverlay(EqualAreaGrid(size: least * 1.2), cellLimit: 1000)
    for _ in 0..<3 { try coarse.add(square(0, 0, 1e6), to: 0) }
    let sum = try coarse.census().shares.reduce(0) { $0 + $1.area }
    #expect(abs(sum / 3e12 - 1) < 1e-12)
  }

  @Test func `cells without numbers are refused`() {
    var overlay = GridOverlay(EqualAreaGrid(size: 0.001))
    #expect(throws: GridError.unnumbered(area: 0)) { try overlay.add(square(4e6, 0, 0.001), to: 0) }
  }

  @Test(arguments: [3000, 1000, 7] as [Double])
  func `a cell of the sub-grid is the sub-cell that holds its middle`(size: Double) {
    let grid = EqualAreaGrid(size: size)
    for column in Int32(-20)...20 {
      for row in Int32(-20)...20 {
        let fine = CellID(column: column, row: row)
        let centre = grid.subGrid.centre(of: fine)
        #expect(grid.subCell(fine) == grid.subCell(at: centre))
      }
    }
  }

  @Test func `neighbours draw the side that they share from the same positions`() {
    let grid = EqualAreaGrid(size: 1000 / 3.0)
    for number in Int32(-50)...50 {
      let west = grid.envelope(of: CellID(column: number, row: 7)).border(stretches: 5)
      let east = grid.envelope(of: CellID(column: number + 1, row: 7)).border(stretches: 5)
      #expect(Set(west).intersection(east).count == 6)
      #expect(west.count == 21)
      #expect(west.first == west.last)
    }
  }

  @Test func `areal scales are one in an equal-area system, and Mercator's in Mercator's`() throws {
    var albers = try Transformer(from: .wgs84, to: .albersChina)
    let places = try [(75.0, 18.0), (105, 35), (134, 53)].map {
      try albers.transform(Coordinate($0.0, $0.1))
    }
    #expect(albers.arealScales(at: places).allSatisfy { abs($0 - 1) < 1e-9 })
    var mercator = try Transformer(from: .wgs84, to: CoordinateSystem("EPSG:3857"))
    let equator = try mercator.transform(Coordinate(110, 0))
    // On the equator a/M and a/N: 1 / (1 - e²).
    let scales = mercator.arealScales(at: [equator])
    #expect(abs(scales[0] - 1 / (1 - 0.0066943799901413165)) < 1e-9)
  }

  @Test func `shares are those that GEOS cuts`() throws {
    var generator = SeededGenerator(31)
    var layer = LatticeLayer.coverage(side: 5, step: 100, shake: 45, using: &generator)
    layer.scale = 37
    let grid = EqualAreaGrid(size: 3000)
    var compared = 0
    for area in layer.multiPolygons {
      let shares = grid.shares(of: area)
      for (cell, size) in shares {
        let cut = try GeometryRepair.intersection(area, MultiPolygon([grid.polygon(of: cell)]))
        #expect(abs(cut.area - size) < 1e-9 * 9e6)
        compared += 1
      }
      // No cell around has a part that was missed.
      let box = area.envelope
      let (low, high) = (
        grid.cell(at: Coordinate(box.minX, box.minY)), grid.cell(at: Coordinate(box.maxX, box.maxY))
      )
      for row in low.row...high.row {
        for column in low.column...high.column {
          let cell = CellID(column: column, row: row)
          guard !shares.contains(where: { $0.cell == cell }) else { continue }
          let cut = try GeometryRepair.intersection(area, MultiPolygon([grid.polygon(of: cell)]))
          #expect(cut.area < 1e-9 * 9e6)
        }
      }
    }
    #expect(compared > 100)
  }

  @Test func `an area beyond all names of cells has no shares, and takes no time`() {
    let large = square(-1e300, -1e300, 2e300)
    #expect(EqualAreaGrid().shares(of: large).isEmpty)
    #expect(EqualAreaGrid(size: 1e-9).shares(of: square(4000, 0, 1e-9)).isEmpty)
  }
}
