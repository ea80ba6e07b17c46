import Geo
import Testing

/// Positions that a tree likes least.
@Suite struct PointIndexLimitsTests {
  private func expectAsSearched(
    _ xs: [Double], _ ys: [Double], from centres: [Coordinate], radius: Double
  ) {
    let index = PointIndex(xs: xs, ys: ys)
    for c in centres {
      let all = xs.indices.map { place in
        let (dx, dy) = (xs[place] - c.x, ys[place] - c.y)
        return (index: place, squared: dx * dx + dy * dy)
      }.sorted { ($0.squared, $0.index) < ($1.squared, $1.index) }
      for k in [1, 16, 17, xs.count, xs.count + 5, .max] {
        #expect(index.nearest(c, k: k).map(\.index) == all.prefix(k).map(\.index))
      }
      let near = all.prefix { $0.squared <= radius * radius }
      #expect(Set(index.within(radius, of: c).map(\.index)) == Set(near.map(\.index)))
    }
  }

  @Test(arguments: [(1, 0), (0, 1), (1, 1), (1e-9, 1), (1e100, 1e-100)] as [(Double, Double)])
  func `positions in a line, each of them twice`(dx: Double, dy: Double) {
    let steps = (0..<400).map { Double(($0 * 7919) % 200) }
    let centres = [0.0, 3.5, 100, 250].map { Coordinate($0 * dx, $0 * dy) }
    expectAsSearched(
      steps.map { $0 * dx }, steps.map { $0 * dy }, from: centres, radius: 3 * max(dx, dy))
  }

  @Test(arguments: [-1074, -1000, -500, 490])
  func `positions in the smallest and the largest units`(exponent: Int) {
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    let places = (0..<100).map { Coordinate(Double($0 % 10) * unit, Double($0 / 10) * unit) }
    let index = PointIndex(xs: places.map(\.x), ys: places.map(\.y))
    #expect(index.count == 100)
    // Squares of the smallest are 0: all are as near then, and come by number.
    let found = index.nearest(places[55], k: 100)
    #expect(Set(found.map(\.index)).count == 100)
    if exponent > -500 { #expect(found[0] == (55, 0)) }
    #expect(index.within(.infinity, of: places[0]).count == 100)
  }

  @Test func `far offsets, a crowd and one far away`() {
    var generator = SeededGenerator(5)
    var xs = (0..<300).map { _ in 1e15 + Double(Int.random(in: 0..<20, using: &generator)) }
    var ys = (0..<300).map { _ in -1e15 + Double(Int.random(in: 0..<20, using: &generator)) }
    xs.append(-1e15)
    ys.append(1e15)
    expectAsSearched(
      xs, ys, from: [Coordinate(1e15 + 5, -1e15 + 5), Coordinate(0, 0), Coordinate(-1e15, 1e15)],
      radius: 4)
  }

  @Test func `a million equal positions are one leaf after another`() {
    let count = 1_000_000
    let index = PointIndex(
      xs: [Double](repeating: 3, count: count), ys: [Double](repeating: 4, count: count))
    #expect(index.count == count)
    for _ in 0..<100 {
      #expect(index.nearest(Coordinate(0, 0), k: 4).map(\.index) == [0, 1, 2, 3])
    }
    var seen = 0
    index.forEach(within: 4.9, of: Coordinate(0, 0)) { _, _ in seen += 1 }
    #expect(seen == 0)
  }
}
