import Geo

/// Envelopes in a packed tree: sorted once, then asked from any thread.
///
/// Sort-Tile-Recursive packing (Leutenegger, Lopez and Edgington, ICDE 1997): slices by x, in each
/// by y, sixteen to a node, and the same again for the nodes. Empty envelopes are left out.
struct EnvelopeIndex: Sendable {
  /// All that is in it; empty if nothing is.
  let bounds: Envelope

  /// The boxes of each level, the features' first.
  private let levels: [[Envelope]]
  /// The features' rows in the order of the first level.
  private let rows: [Int32]

  private static let fan = 16

  /// Sorts envelopes, one a row.
  /// - Complexity: O(n log n).
  init(_ envelopes: [Envelope]) {
    let kept = envelopes.indices.filter { !envelopes[$0].isEmpty }
    let order = Self.tiled(kept, envelopes)
    rows = order.map { Int32($0) }
    var levels = [order.map { envelopes[$0] }]
    while let last = levels.last, last.count > 1 {
      levels.append(
        stride(from: 0, to: last.count, by: Self.fan).map { start in
          var box = Envelope.empty
          for child in last[start..<min(start + Self.fan, last.count)] { box.include(child) }
          return box
        })
    }
    self.levels = levels
    bounds = levels.last?.first ?? .empty
  }

  /// Rows whose envelopes meet one, ascending.
  /// - Complexity: O(log n + k log k) for k rows found, for envelopes that overlap little.
  func rows(meeting envelope: Envelope) -> [Int] {
    var found: [Int] = []
    guard let top = levels.last, !top.isEmpty else { return found }
    var open = top.indices.filter { top[$0].intersects(envelope) }
    for level in levels.indices.dropLast().reversed() {
      let boxes = levels[level]
      var next: [Int] = []
      for node in open {
        let start = node * Self.fan
        for child in start..<min(start + Self.fan, boxes.count)
        where boxes[child].intersects(envelope) {
          next.append(child)
        }
      }
      open = next
    }
    found = open.map { Int(rows[$0]) }
    found.sort()
    return found
  }

  private static func tiled(_ kept: [Int], _ envelopes: [Envelope]) -> [Int] {
    func middle(_ row: Int) -> (x: Double, y: Double) {
      (envelopes[row].minX + envelopes[row].maxX, envelopes[row].minY + envelopes[row].maxY)
    }
    let byX = kept.sorted { (middle($0).x, $0) < (middle($1).x, $1) }
    let nodes = (kept.count + fan - 1) / fan
    let slices = max(1, Int(Double(nodes).squareRoot().rounded(.up)))
    let width = max(1, slices * fan)
    return stride(from: 0, to: byX.count, by: width).flatMap { start in
      byX[start..<min(start + width, byX.count)].sorted {
        (middle($0).y, $0) < (middle($1).y, $1)
      }
    }
  }
}
