/// A packed tree of rectangles in Hilbert order: which of many lines come near a place.
///
/// Its shape follows the lines, not the ground, so dense coasts beside empty plains cost nothing.
struct EdgeTree {
  private static let fanOut = 8

  private let items: [Int32]
  private var boxes: [Envelope] = []
  /// Where each level begins in `boxes`, the lines' own first.
  private var levels: [Int] = []

  /// Packs numbered rectangles; O(n).
  init(_ numbered: [(item: Int32, box: Envelope)]) {
    let order = HilbertOrder.order(
      xs: numbered.map { $0.box.minX + $0.box.width / 2 },
      ys: numbered.map { $0.box.minY + $0.box.height / 2 })
    items = order.map { numbered[Int($0)].item }
    boxes.reserveCapacity(numbered.count + numbered.count / 6 + 8)
    for place in order { boxes.append(numbered[Int(place)].box) }
    levels = [0]
    var start = 0
    while boxes.count - start > 1 {
      let end = boxes.count
      levels.append(end)
      for first in stride(from: start, to: end, by: Self.fanOut) {
        var box = Envelope.empty
        for place in first..<min(first + Self.fanOut, end) { box.include(boxes[place]) }
        boxes.append(box)
      }
      start = end
    }
  }

  /// Calls back with every item whose rectangle meets another, in an order that depends on the
  /// items alone.
  func forEach(meeting box: Envelope, _ body: (Int32) -> Void) {
    guard let top = levels.indices.last, let root = boxes.last, root.intersects(box) else { return }
    var waiting: [(level: Int, place: Int)] = [(top, boxes.count - 1)]
    while let (level, place) = waiting.popLast() {
      guard level > 0 else {
        body(items[place])
        continue
      }
      let first = levels[level - 1] + (place - levels[level]) * Self.fanOut
      for child in first..<min(first + Self.fanOut, levels[level])
      where boxes[child].intersects(box) {
        waiting.append((level - 1, child))
      }
    }
  }
}
