import Geo

/// The equal-area plane of the grid, in which neighbours are searched.
///
/// Its lengths differ from those on the ground by up to 2 % in the 39 cities, so a search takes a
/// little more than it needs (`margin`) and the distances that count are measured on the ground.
enum Plane {
  /// By how much a search radius is widened.
  static let margin = 1.03

  /// Positions (longitude and latitude, WGS-84) in the plane; NaN where there is none.
  static func positions(of positions: [Coordinate]) throws -> (xs: [Double], ys: [Double]) {
    var xs = positions.map(\.x)
    var ys = positions.map(\.y)
    var transformer = try Transformer(from: .wgs84, to: .albersChina)
    _ = try transformer.transform(&xs, &ys)
    return (xs, ys)
  }
}
