import Geo
import Testing

@testable import Publishing

@Suite struct CellBlocksTests {
  @Test func `cells are counted in the block that holds them, also west of the origin`() throws {
    let cells = (-5..<7).flatMap { row in
      (-3..<9).map { CellID(column: Int32($0), row: Int32(row)) as CellID? }
    }
    let grid = EqualAreaGrid()
    let blocks = CellBlocks(
      cells + [nil], value: { $0 == 7 ? -3 : $0 == 8 ? 3 : 1 }, grid: grid, side: 4, place: { $0 })
    #expect(blocks.counts.reduce(0, +) == cells.count)
    #expect(blocks.values.max() == 3)
    #expect(blocks.values.allSatisfy { $0 == 1 || $0 == 3 || $0 == -3 })
    for (geometry, count) in zip(blocks.geometries, blocks.counts) {
      guard case .area(let area)? = geometry else {
        Issue.record("no area")
        continue
      }
      let held = cells.compactMap { $0 }.filter { area.contains(grid.centre(of: $0)) }
      #expect(held.count == count)
      #expect(area.envelope.width == 12_000)
    }
  }
}
