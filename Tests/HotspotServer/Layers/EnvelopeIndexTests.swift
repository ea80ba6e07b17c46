import Geo
import Testing

@testable import HotspotServer

@Suite struct EnvelopeIndexTests {
  /// Boxes of a fixed sequence, so that a failure repeats.
  private static func boxes(_ count: Int, seed: UInt64) -> [Envelope] {
    var state = seed
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    return (0..<count).map { row in
      guard row % 17 != 3 else { return .empty }
      let (x, y) = (next() * 10, next() * 10)
      let (width, height) = row % 5 == 0 ? (0, 0) : (next(), next())
      return Envelope(minX: x, minY: y, maxX: x + width, maxY: y + height)
    }
  }

  @Test(arguments: [0, 1, 2, 15, 16, 17, 255, 257, 2000])
  func `it finds what looking at every box finds`(count: Int) {
    let boxes = Self.boxes(count, seed: UInt64(count) + 1)
    let index = EnvelopeIndex(boxes)
    for asked in Self.boxes(60, seed: 99) where !asked.isEmpty {
      let expected = boxes.indices.filter { !boxes[$0].isEmpty && boxes[$0].intersects(asked) }
      #expect(index.rows(meeting: asked) == expected)
    }
  }

  @Test func `its bounds hold all boxes`() {
    let boxes = Self.boxes(300, seed: 5)
    var all = Envelope.empty
    for box in boxes where !box.isEmpty { all.include(box) }
    #expect(EnvelopeIndex(boxes).bounds == all)
    #expect(EnvelopeIndex([]).bounds.isEmpty)
    #expect(EnvelopeIndex([.empty]).rows(meeting: all).isEmpty)
  }
}
