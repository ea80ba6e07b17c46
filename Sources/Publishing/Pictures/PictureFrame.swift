import Geo

/// Where on a picture a plane of metres lies.
struct PictureFrame {
  /// The most that a map is wide and high, in pixels.
  private static let limit = (width: 640.0, height: 660.0)
  /// The empty border within the map's frame.
  private static let padding = 10.0

  /// Pixels of the map's upper left corner.
  let left: Double
  let top: Double
  /// The size of the map with its border.
  let width: Double
  let height: Double
  /// Pixels a metre.
  let scale: Double

  private let west: Double
  private let north: Double

  /// Fits a rectangle in metres into the map.
  init(_ envelope: Envelope, left: Double, top: Double) {
    let inner = (Self.limit.width - 2 * Self.padding, Self.limit.height - 2 * Self.padding)
    // A single position has no extent: a kilometre around it.
    let extent = max(envelope.width, envelope.height) > 0 ? 0.0 : 1000.0
    let (wide, high) = (envelope.width + extent, envelope.height + extent)
    scale = min(
      wide > 0 ? inner.0 / wide : .infinity, high > 0 ? inner.1 / high : .infinity)
    // Long and narrow maps keep room for the bar of the scale.
    width = max(wide * scale, 240) + 2 * Self.padding
    height = max(high * scale, 120) + 2 * Self.padding
    (self.left, self.top) = (left, top)
    let middle = (
      (envelope.minX + envelope.maxX) / 2, (envelope.minY + envelope.maxY) / 2
    )
    west = middle.0 - width / 2 / scale
    north = middle.1 + height / 2 / scale
  }

  /// The position on the picture; far outside of it for what has none.
  func pixel(_ position: Coordinate) -> PixelPoint {
    PixelPoint(
      Self.tenths(left + (position.x - west) * scale),
      Self.tenths(top + (north - position.y) * scale))
  }

  /// A ring on the picture, without the repeated first position.
  func pixels(_ ring: Ring) -> PixelRing {
    var result: PixelRing = []
    for position in ring {
      let point = pixel(position)
      if result.last != point { result.append(point) }
    }
    if result.count > 1, result.first == result.last { result.removeLast() }
    return result
  }

  private static func tenths(_ value: Double) -> Int32 {
    Int32(exactly: (value * 10).rounded()) ?? -100_000
  }
}
