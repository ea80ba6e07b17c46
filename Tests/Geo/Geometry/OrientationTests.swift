import Geo
import Testing

@Suite struct OrientationTests {
  @Test func `nearly collinear positions get the sign of exact arithmetic`() {
    var generator = SeededGenerator(1)
    var counts = [0, 0, 0]
    var wrong: [(Lattice, Lattice, Lattice)] = []
    for _ in 0..<20_000 {
      let a = Lattice(
        x: .random(in: 0..<1 << 50, using: &generator),
        y: .random(in: 0..<1 << 50, using: &generator))
      let dx = Int64.random(in: -9...9, using: &generator)
      let dy = Int64.random(in: -9...9, using: &generator)
      let b = Lattice(x: a.x + dx * 1_000_003, y: a.y + dy * 1_000_003)
      let t = Int64.random(in: 0...4_000_000, using: &generator)
      let c = Lattice(
        x: a.x + dx * t + Int64.random(in: -1...1, using: &generator),
        y: a.y + dy * t + Int64.random(in: -1...1, using: &generator))
      let expected = LatticeLayer.side(a, b, c)
      counts[expected + 1] += 1
      for scale in [1, 0x1p-60, 0x1p40] {
        let found = orientation(a.coordinate(scale), b.coordinate(scale), c.coordinate(scale))
        if found != expected { wrong.append((a, b, c)) }
      }
    }
    #expect(wrong.isEmpty)
    #expect(counts.allSatisfy { $0 > 1000 }, "all three signs occur: \(counts)")
  }

  @Test func `a last digit decides`() {
    let a = Coordinate(12, 12)
    let b = Coordinate(24, 24)
    #expect(orientation(a, b, Coordinate(0.5, 0.5)) == 0)
    #expect(orientation(a, b, Coordinate(0.5, 0.5.nextUp)) == 1)
    #expect(orientation(a, b, Coordinate(0.5.nextUp, 0.5)) == -1)
  }
}
