import Geo
import Testing

@Suite struct PointIndexTests {
  /// Clusters, a lattice with many equal distances, and equal positions.
  private func positions(_ seed: UInt64) -> (xs: [Double], ys: [Double]) {
    var generator = SeededGenerator(seed)
    var xs: [Double] = []
    var ys: [Double] = []
    for _ in 0..<1500 {
      switch Int.random(in: 0..<3, using: &generator) {
      case 0:
        xs.append(Double(Int.random(in: 0...30, using: &generator)))
        ys.append(Double(Int.random(in: 0...30, using: &generator)))
      case 1:
        xs.append(.random(in: 5...5.1, using: &generator))
        ys.append(.random(in: 5...5.1, using: &generator))
      default:
        xs.append(.random(in: 0...1000, using: &generator))
        ys.append(.random(in: 0...30, using: &generator))
      }
    }
    return (xs, ys)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `neighbours are those of a full search, ties by index`(seed: UInt64) {
    let (xs, ys) = positions(seed)
    let index = PointIndex(xs: xs, ys: ys)
    var generator = SeededGenerator(seed + 50)
    for _ in 0..<60 {
      let c = Coordinate(
        Double(Int.random(in: -5...40, using: &generator)),
        Double(Int.random(in: -5...40, using: &generator)))
      let all = xs.indices.map { place in
        let dx = xs[place] - c.x
        let dy = ys[place] - c.y
        return (index: place, distance: (dx * dx + dy * dy).squareRoot())
      }.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      for k in [1, 7, 100] {
        #expect(index.nearest(c, k: k).map(\.index) == all.prefix(k).map(\.index))
      }
      let near = all.prefix { $0.distance <= 5 }
      #expect(index.within(5, of: c).map(\.index) == near.map(\.index))
      #expect(index.within(5, of: c).map(\.distance) == near.map(\.distance))
    }
  }

  @Test func `equal positions are found by index, and quickly`() {
    let index = PointIndex(
      xs: [Double](repeating: 3, count: 200_000), ys: [Double](repeating: 4, count: 200_000))
    for _ in 0..<1000 {
      let found = index.nearest(Coordinate(0, 0), k: 3)
      #expect(found.map(\.index) == [0, 1, 2])
      #expect(found[0].distance == 5)
    }
  }

  @Test func `positions that are no numbers are never found, nothing finds nothing`() {
    let index = PointIndex(xs: [.nan, 1, .infinity, 1e300], ys: [0, 1, 2, 3])
    #expect(index.nearest(Coordinate(0, 0), k: 9).map(\.index) == [1])
    #expect(index.nearest(Coordinate(.nan, 0), k: 9).isEmpty)
    #expect(index.within(-1, of: Coordinate(1, 1)).isEmpty)
    #expect(index.within(0, of: Coordinate(1, 1)).map(\.index) == [1])
    #expect(PointIndex(xs: [], ys: []).nearest(Coordinate(0, 0), k: 1).isEmpty)
  }
}
