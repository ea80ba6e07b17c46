import Foundation
import Geo
import Testing

/// A county's cells, and rasters over them.
struct DetectFixture {
  let folder: String
  var workspace: String { folder + "/w" }

  /// A workspace of one county at 114.5 to 114.7 east and 38.0 to 38.2 north: some fifty cells.
  init(_ folder: String) throws {
    self.folder = folder
    let county = try write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"130102",\
      "name":"长安区"},"geometry":{"type":"Polygon","coordinates":[[[114.5,38.0],[114.7,38.0],\
      [114.7,38.2],[114.5,38.2],[114.5,38.0]]]}}]}
      """, to: folder + "/county.geojson")
    _ = try Program.run("init", workspace)
    let run = try Program.run(
      "import", "counties", county, "-w", workspace, "--known-at", "2018-01-01")
    try #require(run.status == 0, "\(run.error)")
  }

  /// A raster of 0.01 degrees over 114.4 to 114.8 east and 37.9 to 38.3 north, each pixel by its
  /// centre; NaN is no data.
  func raster(
    _ name: String, crs: CoordinateSystem? = .wgs84, bands: Int = 1,
    _ value: (Coordinate) -> Double
  ) throws -> String {
    let path = folder + "/" + name
    let transform = GeoTransform(
      northWest: Coordinate(114.4, 38.3), cellWidth: 0.01, cellHeight: 0.01)
    var writer = try RasterWriter(
      creating: path, width: 40, height: 40, bands: bands, transform: transform, crs: crs,
      noData: -999, sampleType: .float64, overwrite: true)
    let values = (0..<1600).map { value(transform.centre(column: $0 % 40, row: $0 / 40)) }
    for band in 1...bands { try writer.write(values, band: band) }
    try writer.close()
    return path
  }

  /// A hill around a place, high enough to be found.
  static func hill(_ x: Double, _ y: Double, height: Double = 60) -> (Coordinate) -> Double {
    { at in
      let (dx, dy) = (at.x - x, at.y - y)
      return 40 + height * exp(-(dx * dx + dy * dy) / (2 * 0.03 * 0.03))
    }
  }

  private static func text(_ value: FieldValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    }
  }

  /// Rows of a layer by column, as texts.
  static func rows(_ path: String, layer: String? = nil) throws -> [[String: String]] {
    var reader = try VectorReader(path: path, layer: layer)
    let names = reader.fields.map(\.name)
    var rows: [[String: String]] = []
    while let feature = try reader.next() {
      rows.append(Dictionary(zip(names, feature.values.map(text))) { first, _ in first })
    }
    return rows
  }
}
