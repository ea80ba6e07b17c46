extension Polygon {
  /// A position surely inside, the same for the same polygon; nil without area.
  ///
  /// It is the middle of the widest stretch inside, on a level near the middle of the height.
  public var representativePoint: Coordinate? {
    let envelope = Envelope(exterior)
    guard !envelope.isEmpty else { return nil }
    let levels = Set(rings.joined().lazy.map(\.y)).sorted()
    let middle = envelope.minY + envelope.height / 2
    let gaps = zip(levels, levels.dropFirst()).map { (low: $0, high: $1) }
    // The level between two vertex levels around the middle first, then the tallest gaps.
    let preferred = gaps.filter { $0.low <= middle && middle <= $0.high }
    let tallest = gaps.sorted { $0.high - $0.low > $1.high - $1.low }
    for gap in preferred + tallest {
      if let found = widestMiddle(onLevel: gap.low + (gap.high - gap.low) / 2) { return found }
    }
    return nil
  }

  private func widestMiddle(onLevel y: Double) -> Coordinate? {
    var crossings: [Double] = []
    for ring in rings {
      guard var a = ring.last else { continue }
      for b in ring {
        if (a.y <= y) != (b.y <= y) {
          crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
        }
        a = b
      }
    }
    crossings.sort()
    var best: (width: Double, x: Double)?
    for index in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[index + 1] - crossings[index]
      if width > best?.width ?? 0 { best = (width, crossings[index] + width / 2) }
    }
    guard let best else { return nil }
    let candidate = Coordinate(best.x, y)
    return contains(candidate) ? candidate : nil
  }
}

extension MultiPolygon {
  /// A position surely inside the largest part; nil without area.
  public var representativePoint: Coordinate? {
    var best: (area: Double, point: Coordinate)?
    for polygon in polygons {
      let area = polygon.area
      if area > best?.area ?? 0, let point = polygon.representativePoint { best = (area, point) }
    }
    return best?.point
  }
}
