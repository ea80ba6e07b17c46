import Geo

/// The plane in which the demo is invented, that of the 3-km grid, and the way to the globe.
struct DemoPlane: ~Copyable {
  private var transformer: Transformer

  init() throws(PROJError) {
    transformer = try Transformer(from: .wgs84, to: .albersChina)
  }

  /// Places of the plane for longitudes and latitudes.
  mutating func planar(_ positions: [Coordinate]) -> [Coordinate] {
    var moved = positions
    transformer.transform(&moved)
    return moved
  }

  /// Longitudes and latitudes, WGS-84, for places of the plane.
  mutating func geographic(_ positions: [Coordinate]) -> [Coordinate] {
    var moved = positions
    transformer.inverse(&moved)
    return moved
  }
}
