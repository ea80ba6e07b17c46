internal import Geo
internal import Glibc

/// Positions that are known, to measure how near others come to them.
struct ReferencePoints {
  /// What they are, for the reader: `known sites`.
  let name: String
  private let index: PointIndex
  private let metresEast: Double
  private static let metresNorth = 111_195.0

  /// Indexes positions in WGS-84; nil if there are too few to compare with.
  init?(_ positions: [Coordinate], name: String) {
    guard positions.count >= 20 else { return nil }
    self.name = name
    let latitude = positions.reduce(0) { $0 + $1.y } / Double(positions.count)
    metresEast = Self.metresNorth * cos(latitude * .pi / 180)
    let scale = metresEast
    index = PointIndex(
      xs: positions.map { $0.x * scale }, ys: positions.map { $0.y * Self.metresNorth })
  }

  /// The median distance in metres from positions to the nearest known one.
  func medianDistance(from positions: [Coordinate]) -> Double {
    var distances: [Double] = []
    distances.reserveCapacity(positions.count)
    for position in positions {
      let projected = Coordinate(position.x * metresEast, position.y * Self.metresNorth)
      if let nearest = index.nearest(projected, k: 1).first { distances.append(nearest.distance) }
    }
    guard !distances.isEmpty else { return .infinity }
    distances.sort()
    return distances[distances.count / 2]
  }
}
