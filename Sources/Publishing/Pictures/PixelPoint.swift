/// A position on a picture in tenths of a pixel, x to the right, y down.
struct PixelPoint: Sendable, Hashable, Comparable {
  var x: Int32
  var y: Int32

  init(_ x: Int32, _ y: Int32) {
    self.x = x
    self.y = y
  }

  static func < (a: PixelPoint, b: PixelPoint) -> Bool { (a.x, a.y) < (b.x, b.y) }

  /// Twice the area of the triangle of three positions, by its direction.
  static func turn(_ a: PixelPoint, _ b: PixelPoint, _ c: PixelPoint) -> Int64 {
    Int64(b.x - a.x) * Int64(c.y - a.y) - Int64(b.y - a.y) * Int64(c.x - a.x)
  }

  /// The square of the distance to another position.
  func squaredDistance(to other: PixelPoint) -> Int64 {
    let (dx, dy) = (Int64(other.x - x), Int64(other.y - y))
    return dx * dx + dy * dy
  }

  /// The square of the distance to a line from one position to another.
  func squaredDistance(from a: PixelPoint, to b: PixelPoint) -> Double {
    let length = a.squaredDistance(to: b)
    let along = Int64(x - a.x) * Int64(b.x - a.x) + Int64(y - a.y) * Int64(b.y - a.y)
    if along <= 0 { return Double(squaredDistance(to: a)) }
    if along >= length { return Double(squaredDistance(to: b)) }
    let turn = Double(PixelPoint.turn(a, b, self))
    return turn * turn / Double(length)
  }
}

/// A closed line of a picture, whose first position is not repeated.
typealias PixelRing = [PixelPoint]

extension PixelRing {
  /// The same without positions that repeat the one before or lie on the line between their
  /// neighbours; empty if no area is left.
  var withoutNeedless: PixelRing {
    var kept: PixelRing = []
    kept.reserveCapacity(count)
    for point in self {
      if kept.last == point { continue }
      while kept.count > 1, PixelPoint.turn(kept[kept.count - 2], kept[kept.count - 1], point) == 0
      {
        kept.removeLast()
      }
      if kept.last != point { kept.append(point) }
    }
    while kept.count > 2 {
      let (first, second, last) = (kept[0], kept[1], kept[kept.count - 1])
      if PixelPoint.turn(kept[kept.count - 2], last, first) == 0 || last == first {
        kept.removeLast()
      } else if PixelPoint.turn(last, first, second) == 0 {
        kept.removeFirst()
      } else {
        break
      }
    }
    return kept.count > 2 ? kept : []
  }
}
