import Geo
import Inspection

/// Puts names of townships where there is room, those with a stop first.
struct SheetLabels {
  /// Size of letters in points.
  let size: Double
  /// What names may not hide.
  let discs: DiscPlacement

  /// The names that have room, in the order in which they were placed.
  func labels(of townships: [(SheetGround.Ground, Bool)], in frame: SheetFrame) -> [SheetMap.Label]
  {
    var taken = Self.corners(frame)
    var labels: [SheetMap.Label] = []
    for (land, isMarked) in townships.filter(\.1) + townships.filter({ !$0.1 }) {
      guard let anchor = land.township.area.representativePoint.map(frame.point) else { continue }
      let name = land.township.name
      // Names of plain townships wait for the map that is about them.
      for step in isMarked ? [0.0, -1, 1, -2, 2, -3, 3] : [0.0] {
        let middle = Coordinate(anchor.x, anchor.y + step * size * 1.3)
        let box = box(of: name, at: middle)
        guard isWithin(box, frame), !taken.contains(where: box.intersects), isClear(box) else {
          continue
        }
        taken.append(box)
        labels.append(SheetMap.Label(text: name, middle: middle, isMarked: isMarked))
        break
      }
    }
    return labels
  }

  /// The corners that hold the scale bar and the north arrow.
  private static func corners(_ frame: SheetFrame) -> [Envelope] {
    [
      Envelope(minX: 0, minY: frame.height - 26, maxX: frame.width / 5 + 38, maxY: frame.height),
      Envelope(minX: frame.width - 30, minY: 0, maxX: frame.width, maxY: 34),
    ]
  }

  private func box(of name: String, at middle: Coordinate) -> Envelope {
    let (wide, high) = (Double(name.displayWidth) * size / 2 + 2, size * 1.3)
    return Envelope(
      minX: middle.x - wide / 2, minY: middle.y - high / 2, maxX: middle.x + wide / 2,
      maxY: middle.y + high / 2)
  }

  private func isWithin(_ box: Envelope, _ frame: SheetFrame) -> Bool {
    box.minX >= 2 && box.minY >= 2 && box.maxX <= frame.width - 2 && box.maxY <= frame.height - 2
  }

  private func isClear(_ box: Envelope) -> Bool {
    discs.discs.allSatisfy { disc in
      let x = max(box.minX - disc.x, 0, disc.x - box.maxX)
      let y = max(box.minY - disc.y, 0, disc.y - box.maxY)
      return x * x + y * y > discs.radius * discs.radius
    }
  }
}
