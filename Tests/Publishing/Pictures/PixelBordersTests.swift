import Testing

@testable import Publishing

@Suite struct PixelBordersTests {
  private func ring(_ positions: [(Int32, Int32)]) -> PixelRing {
    positions.map { PixelPoint($0.0, $0.1) }
  }

  @Test func `needless corners go, and rings without area`() {
    let square = ring([(0, 0), (5, 0), (10, 0), (10, 0), (10, 10), (0, 10), (0, 5)])
    #expect(square.withoutNeedless == ring([(0, 0), (10, 0), (10, 10), (0, 10)]))
    #expect(ring([(5, 0), (10, 0), (10, 10), (0, 10), (0, 0)]).withoutNeedless.count == 4)
    #expect(ring([(0, 0), (10, 0), (20, 0)]).withoutNeedless.isEmpty)
    #expect(ring([(0, 0), (10, 5), (0, 0)]).withoutNeedless.isEmpty)
    #expect(ring([(3, 3)]).withoutNeedless.isEmpty && ring([]).withoutNeedless.isEmpty)
  }

  /// Two areas with a crooked border between them, which both leave at corners on straight lines.
  @Test(arguments: Int32(1)...11)
  func `neighbours keep a common border`(seed: Int32) {
    var crooked: [(Int32, Int32)] = []
    for step in Int32(0)...80 {
      crooked.append((500 + (step &* step &* (seed + 11)) % 23, step * 12))
    }
    let last = crooked[80].1
    let west = ring([(0, 0)] + crooked + [(0, last)])
    let east = ring([(1000, 3), (1000, last - 3)] + crooked.reversed())
    let borders = PixelBorders([west, east])
    let (one, other) = (borders.simplified(west), borders.simplified(east))
    let shared = one.filter { $0.x > 400 && $0.x < 600 }
    #expect(shared.count > 2 && shared.count < 81)
    #expect(shared.first == west[1] && shared.last == west[81])
    #expect(shared == other.filter { $0.x > 400 && $0.x < 600 }.reversed())
  }

  @Test func `an enclave and its hole stay the same, whichever way and wherever they begin`() {
    let circle = (0..<90).map { step -> (Int32, Int32) in
      let (x, y) = [(100, 3), (98, 40), (80, 70), (40, 95), (3, 101)][step % 5]
      let turn = step / 5 % 4
      return turn == 0
        ? (Int32(x), Int32(y))
        : turn == 1
          ? (Int32(-y), Int32(x)) : turn == 2 ? (Int32(-x), Int32(-y)) : (Int32(y), Int32(-x))
    }.prefix(20)
    let enclave = ring(Array(circle))
    let hole = Array((enclave[7...] + enclave[..<7]).reversed())
    let borders = PixelBorders([enclave, hole])
    let found = borders.simplified(enclave)
    #expect(Set(found) == Set(borders.simplified(hole)))
    #expect(found.count >= 8 && found.count <= enclave.count)
  }

  @Test(arguments: 0..<40)
  func `no border moves by more than the tolerance`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ limit: Int32) -> Int32 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int32(state % UInt64(limit))
    }
    var x: Int32 = 0
    let line = (0..<60).map { _ -> (Int32, Int32) in
      x += next(30)
      return (x, next(seed % 2 == 0 ? 8 : 60))
    }
    let all = ring(line + [(x, 500), (0, 500)])
    let simple = PixelBorders([all]).simplified(all)
    #expect(Set(simple).isSubset(of: Set(all)))
    for point in all {
      let near = simple.indices.contains { place in
        distance(point, simple[place], simple[(place + 1) % simple.count])
          <= Double(PixelBorders.tolerance) + 1e-9
      }
      #expect(near)
    }
  }

  @Test func `areas of one class become one`() {
    let squares = (0..<9).map { place -> PixelRing in
      let (x, y) = (Int32(place % 3) * 10, Int32(place / 3) * 10)
      return ring([(x, y), (x + 10, y), (x + 10, y + 10), (x, y + 10)])
    }
    let whole = PixelBorders.dissolved(squares)
    #expect(whole.count == 1)
    #expect(whole.first?.withoutNeedless == ring([(0, 0), (30, 0), (30, 30), (0, 30)]))
    let holed = PixelBorders.dissolved(
      squares.enumerated().filter { $0.offset != 4 }.map(\.element))
    #expect(holed.map(\.withoutNeedless.count).sorted() == [4, 4])
  }

  private func distance(_ p: PixelPoint, _ a: PixelPoint, _ b: PixelPoint) -> Double {
    let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
    let (px, py) = (Double(p.x - a.x), Double(p.y - a.y))
    let length = dx * dx + dy * dy
    let part = length > 0 ? min(1, max(0, (px * dx + py * dy) / length)) : 0
    let (ox, oy) = (px - part * dx, py - part * dy)
    return (ox * ox + oy * oy).squareRoot()
  }
}
