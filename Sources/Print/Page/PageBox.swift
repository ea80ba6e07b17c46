/// A rectangle on a page: points from the upper left corner, y down.
struct PageBox: Sendable, Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: PagePoint { PagePoint(x + width / 2, y + height / 2) }
  var corner: PagePoint { PagePoint(x, y) }

  /// Smaller by a margin on each side.
  func inset(by margin: Double) -> PageBox { inset(x: margin, y: margin) }

  /// Smaller by margins at the sides, and above and below.
  func inset(x across: Double, y down: Double) -> PageBox {
    PageBox(
      x: x + across, y: y + down, width: max(width - 2 * across, 0),
      height: max(height - 2 * down, 0))
  }

  /// True if they have a place in common.
  func overlaps(_ other: PageBox) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// True if the other lies within.
  func contains(_ other: PageBox) -> Bool {
    x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
  }
}
