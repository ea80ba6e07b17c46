import Testing

@testable import Geo

@Suite struct IndexBudgetTests {
  private func layer(overlaps: Bool) -> [MultiPolygon] {
    var generator = SeededGenerator(12)
    var layer = LatticeLayer.coverage(side: 20, step: 100, shake: 45, using: &generator)
    if overlaps {
      layer.areas += (0..<60).map { number in
        let (low, high) = (Int64(number) * 7, 1000 + Int64(number) * 11)
        return [
          [
            Lattice(x: low, y: low), Lattice(x: high, y: low), Lattice(x: high, y: high),
            Lattice(x: low, y: high),
          ]
        ]
      }
    }
    return layer.multiPolygons
  }

  @Test(arguments: [false, true])
  func `an index stays within any budget, and answers the same`(overlaps: Bool) throws {
    let areas = layer(overlaps: overlaps)
    let full = try PolygonIndex(areas)
    var generator = SeededGenerator(13)
    let xs = (0..<4000).map { _ in Double(Int.random(in: -100...2100, using: &generator)) }
    let ys = (0..<4000).map { _ in Double(Int.random(in: -100...2100, using: &generator)) }
    let expected = full.locate(xs: xs, ys: ys)
    let all = (0..<500).map { full.locateAll(Coordinate(xs[$0], ys[$0])) }
    var frames: Set<Int> = []
    for part in [1, 2, 4, 8, 12] {
      let budget = full.byteCount / part
      let index = try PolygonIndex(areas, budget: budget)
      #expect(index.byteCount <= budget)
      #expect(index.byteCount > budget / 8)
      #expect(index.locate(xs: xs, ys: ys) == expected)
      #expect((0..<500).map { index.locateAll(Coordinate(xs[$0], ys[$0])) } == all)
      frames.insert(index.frame.columns)
    }
    #expect(frames.count >= 4)
  }

  @Test func `an index for few positions is coarser, and answers the same`() throws {
    let areas = layer(overlaps: true)
    let full = try PolygonIndex(areas)
    let few = try PolygonIndex(areas, expecting: 10)
    #expect(few.byteCount < full.byteCount)
    var generator = SeededGenerator(14)
    for _ in 0..<500 {
      let x = Double(Int.random(in: -100...2100, using: &generator))
      let position = Coordinate(x, Double(Int.random(in: -100...2100, using: &generator)))
      #expect(few.locateAll(position) == full.locateAll(position))
    }
  }

  @Test func `where even one cell is too much, it says how much that is`() throws {
    let areas = layer(overlaps: false)
    let error = #expect(throws: IndexError.self) { try PolygonIndex(areas, budget: 40_000) }
    guard case .overBudget(let needed, 40_000)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(needed > 40_000)
    #expect(throws: Never.self) { try PolygonIndex(areas, budget: needed * 5 / 4) }
    #expect(throws: IndexError.self) { try PolygonIndex(areas, budget: 0) }
    #expect(throws: IndexError.self) { try PolygonIndex(areas, budget: -1) }
    #expect(try PolygonIndex([], budget: 4000).count == 0)
  }

  @Test func `by default, hundreds of areas over one place take less than 256 MB`() throws {
    // Staggered, so that every cell lies in a set of its own.
    let areas = (0..<500).map { number in
      let shift = Double(number) / 100
      let box = Envelope(minX: shift, minY: shift / 2, maxX: shift + 100, maxY: shift / 2 + 100)
      return MultiPolygon([Polygon(exterior: box.border())])
    }
    let index = try PolygonIndex(areas)
    #expect(index.byteCount <= 1 << 28)
    #expect(index.locateAll(Coordinate(50, 50)).count == 500)
    #expect(index.locateAll(Coordinate(0.005, 0.005)) == [0])
    #expect(index.locate(Coordinate(104.985, 102.49)) == 499)
  }
}
