/// Decides which cells two lines at most divide in two, and writes their records.
struct CellRecordMaker {
  let frame: CellFrame
  let edges: [BorderEdge]
  /// The largest coordinates by magnitude, for the scale of the functions.
  private let extent: Coordinate
  /// How far beyond its sides positions may still be counted into a cell, in cells, with room to
  /// spare over what is noted of its lines: lines' ends must lie outside of that.
  private static let margin = 4 * CellFrame.slack

  /// A maker for the cells of a frame.
  init(frame: CellFrame, edges: [BorderEdge]) {
    self.frame = frame
    self.edges = edges
    let box = frame.envelope
    extent = Coordinate(
      max(box.minX.magnitude, box.maxX.magnitude), max(box.minY.magnitude, box.maxY.magnitude))
  }

  /// The record of a cell from its lines and the holders of its middle; undecided if it takes more.
  func record(lines: ArraySlice<Int32>, column: Int, row: Int, holders: [Int32]) -> CellRecord {
    var record = CellRecord()
    let start = lines.startIndex
    let first = edges[Int(lines[start])]
    let centre = Coordinate(frame.centreX(column), frame.centreY(row))
    let isInside: Bool
    switch lines.count {
    case 1:
      guard isOutside(first.a, column, row), isOutside(first.b, column, row) else { return record }
      record.setFirst(first.a, first.b, extent)
      record.setSingle()
      isInside = first.isLeft(centre.x, centre.y)
    case 2:
      let second = edges[Int(lines[start + 1])]
      guard first.toggles(sameAs: second),
        let (from, corner, to) = wedge(first, second, column, row)
      else { return record }
      record.setFirst(from, corner, extent)
      record.setSecond(corner, to, extent)
      isInside = Self.isLeft(from, corner, centre) && Self.isLeft(corner, to, centre)
    default:
      return record
    }
    let here = holders.first ?? -1
    let across = lowest(holders, crossing: first)
    record.inside = isInside ? here : across
    record.outside = isInside ? across : here
    return record
  }

  /// The convex side of two lines that meet in the cell and end outside of it: it lies left of the
  /// way from the first position over the corner to the last.
  private func wedge(
    _ first: BorderEdge, _ second: BorderEdge, _ column: Int, _ row: Int
  ) -> (Coordinate, Coordinate, Coordinate)? {
    let corner: Coordinate
    if first.a == second.a || first.a == second.b {
      corner = first.a
    } else if first.b == second.a || first.b == second.b {
      corner = first.b
    } else {
      return nil
    }
    let from = first.a == corner ? first.b : first.a
    let to = second.a == corner ? second.b : second.a
    guard !isOutside(corner, column, row), isOutside(from, column, row), isOutside(to, column, row)
    else { return nil }
    let turn = Orientation.sign(from, corner, to)
    if turn != 0 { return turn > 0 ? (from, corner, to) : (to, corner, from) }
    let isStraight =
      (from.x - corner.x) * (to.x - corner.x) + (from.y - corner.y) * (to.y - corner.y) < 0
    return isStraight ? (from, corner, to) : nil
  }

  /// True if a position is certainly never counted into the cell.
  private func isOutside(_ p: Coordinate, _ column: Int, _ row: Int) -> Bool {
    let u = frame.u(p.x) - Double(column)
    let v = frame.v(p.y) - Double(row)
    let margin = Self.margin
    return u < -margin || u > 1 + margin || v < -margin || v > 1 + margin
  }

  private static func isLeft(_ a: Coordinate, _ b: Coordinate, _ c: Coordinate) -> Bool {
    Orientation.isLeft(ax: a.x, ay: a.y, bx: b.x, by: b.y, x: c.x, y: c.y)
  }

  /// The lowest of some rising holders after crossing a line.
  private func lowest(_ holders: [Int32], crossing edge: BorderEdge) -> Int32 {
    func entered(_ id: Int32) -> Int32 { id >= 0 && !holders.contains(id) ? id : .max }
    var lowest = min(entered(edge.first), entered(edge.second))
    if let stays = holders.first(where: { $0 != edge.first && $0 != edge.second }) {
      lowest = min(lowest, stays)
    }
    return lowest == .max ? -1 : lowest
  }
}

extension BorderEdge {
  /// True if crossing either line leaves and enters the same areas.
  fileprivate func toggles(sameAs other: BorderEdge) -> Bool {
    (first == other.first && second == other.second)
      || (first == other.second && second == other.first)
  }
}
