/// Positions numbered in the order of their coming; positions nearer than a tolerance are one.
///
/// A position keeps the bits with which it came first. Nodes lie at least the tolerance apart.
struct NodeTable {
  /// The nodes' positions.
  private(set) var positions: [Coordinate] = []
  /// How near two positions are one.
  let tolerance: Double
  private let cellsPerUnit: Double
  private var heads: [UInt64: Int32] = [:]
  private var chained: [Int32] = []

  /// Makes an empty table; `tolerance` is above zero.
  init(tolerance: Double, capacity: Int) {
    self.tolerance = tolerance
    // Large cells against the tolerance: nearly every search then looks into one of them.
    cellsPerUnit = 1 / (64 * tolerance)
    heads.reserveCapacity(capacity)
    positions.reserveCapacity(capacity)
    chained.reserveCapacity(capacity)
  }

  /// The node at a position, made if there is none within the tolerance; O(1) expected.
  mutating func node(at position: Coordinate) -> Int32 {
    // Adding 0 makes -0 and 0 the same number.
    let position = Coordinate(position.x + 0, position.y + 0)
    if let known = nearest(to: position) { return known }
    let number = Int32(truncatingIfNeeded: positions.count)
    let key = Self.key(column(position.x), column(position.y))
    positions.append(position)
    chained.append(heads[key] ?? -1)
    heads[key] = number
    return number
  }

  /// The nearest node within the tolerance; of equally near ones the first.
  private func nearest(to position: Coordinate) -> Int32? {
    var best: (distance: Double, node: Int32)?
    let columns = column(position.x - tolerance)...column(position.x + tolerance)
    let rows = column(position.y - tolerance)...column(position.y + tolerance)
    for column in columns {
      for row in rows {
        var node = heads[Self.key(column, row)] ?? -1
        while node >= 0 {
          let other = positions[Int(node)]
          let dx = other.x - position.x
          let dy = other.y - position.y
          let distance = dx * dx + dy * dy
          if distance <= tolerance * tolerance,
            best.map({ (distance, node) < ($0.distance, $0.node) }) ?? true
          {
            best = (distance, node)
          }
          node = chained[Int(node)]
        }
      }
    }
    return best?.node
  }

  private func column(_ x: Double) -> Int64 {
    Int64((x * cellsPerUnit).rounded(.down))
  }

  /// Cells may share a key: distances decide.
  private static func key(_ column: Int64, _ row: Int64) -> UInt64 {
    let mixed = UInt64(bitPattern: column) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 32) &+ UInt64(bitPattern: row) &* 0xBF58_476D_1CE4_E5B9
  }
}
