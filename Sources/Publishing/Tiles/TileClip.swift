/// Cuts rings and lines at the sides of a box, in units of the world.
enum TileClip {
  /// The part of a ring within a box: Sutherland and Hodgman, CACM 17(1), 1974.
  ///
  /// Where the ring leaves and comes back, the parts are joined along the box's side.
  static func ring(_ ring: [WorldPosition], to box: WorldBox) -> [WorldPosition] {
    var rest = ring
    for side in 0..<4 where !rest.isEmpty {
      var kept: [WorldPosition] = []
      kept.reserveCapacity(rest.count + 4)
      var last = rest[rest.count - 1]
      var lastIsIn = isInside(last, side, box)
      for position in rest {
        let isIn = isInside(position, side, box)
        if isIn != lastIsIn { kept.append(crossing(last, position, side, box)) }
        if isIn { kept.append(position) }
        last = position
        lastIsIn = isIn
      }
      rest = kept
    }
    return rest
  }

  /// The parts of a line within a box.
  static func line(_ line: [WorldPosition], to box: WorldBox) -> [[WorldPosition]] {
    var parts: [[WorldPosition]] = []
    var part: [WorldPosition] = []
    for (from, to) in zip(line, line.dropFirst()) {
      guard let (start, end) = segment(from, to, box) else {
        if part.count > 1 { parts.append(part) }
        part = []
        continue
      }
      if part.last != start {
        if part.count > 1 { parts.append(part) }
        part = [start]
      }
      part.append(end)
    }
    if part.count > 1 { parts.append(part) }
    return parts
  }

  /// The stretch of a segment within a box.
  private static func segment(
    _ from: WorldPosition, _ to: WorldPosition, _ box: WorldBox
  ) -> (WorldPosition, WorldPosition)? {
    var (start, end) = (from, to)
    for side in 0..<4 {
      switch (isInside(start, side, box), isInside(end, side, box)) {
      case (false, false): return nil
      case (false, true): start = crossing(start, end, side, box)
      case (true, false): end = crossing(start, end, side, box)
      case (true, true): break
      }
    }
    return (start, end)
  }

  private static func isInside(_ position: WorldPosition, _ side: Int, _ box: WorldBox) -> Bool {
    switch side {
    case 0: Int(position.x) >= box.minX
    case 1: Int(position.x) <= box.maxX
    case 2: Int(position.y) >= box.minY
    default: Int(position.y) <= box.maxY
    }
  }

  /// Where a segment meets a side's line; always counted from the western, northern end, so that two
  /// neighbours that share the segment meet it in the same place.
  private static func crossing(
    _ first: WorldPosition, _ second: WorldPosition, _ side: Int, _ box: WorldBox
  ) -> WorldPosition {
    let inOrder = (first.x, first.y) < (second.x, second.y)
    let (a, b) = inOrder ? (first, second) : (second, first)
    if side < 2 {
      let x = side == 0 ? box.minX : box.maxX
      let part = Double(x - Int(a.x)) / Double(Int(b.x) - Int(a.x))
      let y = Double(a.y) + part * Double(Int(b.y) - Int(a.y))
      return WorldPosition(x: clamped(x), y: clamped(Int(y.rounded())))
    }
    let y = side == 2 ? box.minY : box.maxY
    let part = Double(y - Int(a.y)) / Double(Int(b.y) - Int(a.y))
    let x = Double(a.x) + part * Double(Int(b.x) - Int(a.x))
    return WorldPosition(x: clamped(Int(x.rounded())), y: clamped(y))
  }

  private static func clamped(_ value: Int) -> Int32 { Int32(clamping: value) }
}
