public import Geo

/// A rectangle in units of the world's square; its east and south sides are within it.
public struct WorldBox: Sendable, Hashable {
  /// Western side.
  public var minX: Int
  /// Northern side.
  public var minY: Int
  /// Eastern side.
  public var maxX: Int
  /// Southern side.
  public var maxY: Int

  /// Makes a rectangle from its sides.
  public init(minX: Int, minY: Int, maxX: Int, maxY: Int) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// What holds nothing.
  static let empty = WorldBox(minX: .max, minY: .max, maxX: .min, maxY: .min)

  mutating func include(_ position: WorldPosition) {
    minX = min(minX, Int(position.x))
    minY = min(minY, Int(position.y))
    maxX = max(maxX, Int(position.x))
    maxY = max(maxY, Int(position.y))
  }

  /// The rectangle with every side moved out by some units.
  public func widened(by units: Int) -> WorldBox {
    WorldBox(minX: minX - units, minY: minY - units, maxX: maxX + units, maxY: maxY + units)
  }

  func contains(_ position: WorldPosition) -> Bool {
    minX <= Int(position.x) && Int(position.x) <= maxX && minY <= Int(position.y)
      && Int(position.y) <= maxY
  }

  func contains(_ other: WorldBox) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  func meets(_ other: WorldBox) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// The same rectangle in degrees.
  public var envelope: Envelope {
    let last = (1 << WorldPosition.bits) - 1
    func position(_ x: Int, _ y: Int) -> Coordinate {
      WorldPosition(x: Int32(min(max(x, 0), last)), y: Int32(min(max(y, 0), last))).coordinate
    }
    let northWest = position(minX, minY)
    let southEast = position(maxX, maxY)
    return Envelope(
      minX: northWest.x, minY: southEast.y, maxX: southEast.x, maxY: northWest.y)
  }
}
