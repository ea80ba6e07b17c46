import Geo
import Glibc

/// Puts discs with numbers on a map so that none hides another.
///
/// A disc stands on its place where there is room, else on the nearest of rings around it, in sixteen
/// directions from the top clockwise: the same places in the same order give the same map. Takes time
/// in proportion to the square of the discs.
struct DiscPlacement {
  private static let directions = 16
  private static let rings = 16

  private let width: Double
  private let height: Double
  /// The radius of a disc in points.
  let radius: Double
  /// The middles of all discs that are placed.
  private(set) var discs: [Coordinate] = []

  init(width: Double, height: Double, radius: Double) {
    self.width = width
    self.height = height
    self.radius = radius
  }

  /// Keeps a place free of discs.
  mutating func occupy(_ place: Coordinate) { discs.append(place) }

  /// Takes the best place for a disc; its own where none is free.
  mutating func place(at place: Coordinate) -> Coordinate {
    let best = candidates(around: place).first(where: isFree) ?? place
    discs.append(best)
    return best
  }

  private func candidates(around place: Coordinate) -> [Coordinate] {
    var candidates = [place]
    for ring in 1...Self.rings {
      let distance = radius * (1 + Double(ring))
      for direction in 0..<Self.directions {
        let angle = 2 * Double.pi * Double(direction) / Double(Self.directions)
        candidates.append(
          Coordinate(place.x + distance * sin(angle), place.y - distance * cos(angle)))
      }
    }
    return candidates
  }

  private func isFree(_ place: Coordinate) -> Bool {
    let gap = 2 * radius + 1
    return place.x >= radius && place.x <= width - radius && place.y >= radius
      && place.y <= height - radius
      && discs.allSatisfy { other in
        let (x, y) = (other.x - place.x, other.y - place.y)
        return x * x + y * y >= gap * gap
      }
  }
}
