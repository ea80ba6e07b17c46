/// Which exterior ring a hole belongs to: the smallest one around it.
struct IsobandNesting {
  private let exteriors: [IsobandRing]
  /// The lines of all exteriors, sorted by their row of squares.
  private var lines: [(ring: Int32, corner: Int32)] = []
  private var starts: [Int]

  /// O(corners).
  init(_ exteriors: [IsobandRing]) {
    self.exteriors = exteriors
    let rows = (exteriors.lazy.compactMap { $0.rows.max() }.max() ?? 0) + 1
    starts = [Int](repeating: 0, count: rows + 1)
    for ring in exteriors { for row in ring.rows { starts[row + 1] += 1 } }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var places = starts
    lines = Array(repeating: (0, 0), count: starts[rows])
    for (number, ring) in exteriors.enumerated() {
      for (corner, row) in ring.rows.enumerated() {
        lines[places[row]] = (Int32(number), Int32(corner))
        places[row] += 1
      }
    }
  }

  /// Looks west from the middle of a line of the hole, along its row of squares.
  func exterior(around hole: IsobandRing) -> Int? {
    guard exteriors.count > 1 else { return exteriors.isEmpty ? nil : 0 }
    guard let corner = hole.corners.indices.first(where: { hole.line($0).0.y != hole.line($0).1.y })
    else { return nil }
    let (from, to) = hole.line(corner)
    let middle = (from + to) / 2
    let row = hole.rows[corner]
    guard row + 1 < starts.count else { return nil }
    var crossed: [Int32: Int] = [:]
    for line in lines[starts[row]..<starts[row + 1]] {
      let (a, b) = exteriors[Int(line.ring)].line(Int(line.corner))
      guard (a.y <= middle.y) != (b.y <= middle.y) else { continue }
      let x = a.x + (b.x - a.x) * ((middle.y - a.y) / (b.y - a.y))
      if x < middle.x { crossed[line.ring, default: 0] += 1 }
    }
    return crossed.lazy.filter { $0.value % 2 == 1 }
      .map { Int($0.key) }
      .min { (exteriors[$0].area, $0) < (exteriors[$1].area, $1) }
  }
}
