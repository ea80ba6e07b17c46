/// The smallest axis-parallel rectangle around something; empty until something is included.
public struct Envelope: Sendable, Hashable {
  /// Western bound.
  public var minX: Double
  /// Southern bound.
  public var minY: Double
  /// Eastern bound.
  public var maxX: Double
  /// Northern bound.
  public var maxY: Double

  /// The rectangle that holds nothing.
  public static let empty = Envelope(
    minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  /// Makes a rectangle from its bounds.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The rectangle around some positions.
  public init(_ coordinates: some Sequence<Coordinate>) {
    self = .empty
    for coordinate in coordinates { include(coordinate) }
  }

  /// True if nothing was included.
  public var isEmpty: Bool { minX > maxX || minY > maxY }

  /// East-west extent.
  public var width: Double { maxX - minX }

  /// North-south extent.
  public var height: Double { maxY - minY }

  /// Grows to hold a position.
  public mutating func include(_ coordinate: Coordinate) {
    minX = min(minX, coordinate.x)
    minY = min(minY, coordinate.y)
    maxX = max(maxX, coordinate.x)
    maxY = max(maxY, coordinate.y)
  }

  /// Grows to hold another rectangle.
  public mutating func include(_ other: Envelope) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// True if the position is inside or on the border.
  public func contains(_ coordinate: Coordinate) -> Bool {
    coordinate.x >= minX && coordinate.x <= maxX && coordinate.y >= minY && coordinate.y <= maxY
  }

  /// True if the rectangles share at least a point.
  public func intersects(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}

extension Envelope {
  /// The border, closed and counter-clockwise from the south-west corner, each side in some equal
  /// stretches, so that it can be bent by a projection.
  ///
  /// Neighbours of the same size make the same positions of the side that they share.
  public func border(stretches: Int = 1) -> Ring {
    let corners = [
      Coordinate(minX, minY), Coordinate(maxX, minY), Coordinate(maxX, maxY),
      Coordinate(minX, maxY),
    ]
    var ring: Ring = []
    for (side, from) in corners.enumerated() {
      let to = corners[(side + 1) % 4]
      for step in 0..<max(1, stretches) {
        // Counted from the lower end whichever way the side runs, for the neighbour's sake.
        let isForward = (from.x, from.y) < (to.x, to.y)
        let (low, high) = isForward ? (from, to) : (to, from)
        let part = Double(isForward ? step : stretches - step) / Double(max(1, stretches))
        ring.append(
          step == 0
            ? from : Coordinate(low.x + (high.x - low.x) * part, low.y + (high.y - low.y) * part))
      }
    }
    return ring + [corners[0]]
  }
}
