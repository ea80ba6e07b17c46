import Foundation
import Testing

@testable import Geo

@Suite struct RasterZonesTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func square(_ west: Double, _ south: Double, _ side: Double) -> MultiPolygon {
    MultiPolygon([
      Polygon(
        exterior: Envelope(minX: west, minY: south, maxX: west + side, maxY: south + side)
          .border())
    ])
  }

  private func raster(_ transform: GeoTransform, noData: Double? = -1) throws -> RasterReader {
    let path = folder.file("r.tif")
    var writer = try RasterWriter(
      creating: path, width: 4, height: 3, transform: transform, crs: .albersChina,
      noData: noData, overwrite: true)
    try writer.write([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, .nan])
    try writer.close()
    return try RasterReader(path: path)
  }

  @Test func `values are scaled and gaps do not count`() throws {
    var reader = try raster(
      GeoTransform(northWest: Coordinate(1000, 2000), cellWidth: 100, cellHeight: 100))
    let means = try reader.zonalMeans(of: [square(1050, 1850, 100), square(1250, 1700, 150)])
    // A quarter each of 1, 2, 5, 6.
    #expect(means[0].mean == 3.5 && means[0].valuedShare == 1)
    // Half columns 2, whole of 3; rows 1 (half) and 2; the last pixel has no value.
    #expect(abs(means[1].mean - (0.25 * 7 + 0.5 * 8 + 0.5 * 11) / 1.25) < 1e-12)
    #expect(abs(means[1].valuedShare - 1.25 / 2.25) < 1e-12)
  }

  @Test func `a raster may stand on its head or be turned`() throws {
    var upright = try raster(
      GeoTransform(northWest: Coordinate(0, 300), cellWidth: 100, cellHeight: 100))
    let zone = square(50, 50, 120)
    let expected = try upright.zonalMeans(of: [zone])[0]
    // The same cells, counted from the south: the values are turned with them.
    var turned = GeoTransform(northWest: Coordinate(0, 300), cellWidth: 100, cellHeight: 100)
    turned.origin = Coordinate(300, 0)
    turned.column = Coordinate(0, 100)
    turned.row = Coordinate(-100, 0)
    var rotated = try raster(turned)
    // What lay at x, y of the upright raster now lies at y turned by a quarter.
    let moved = zone.mapCoordinates { Coordinate($0.y, $0.x) }
    let found = try rotated.zonalMeans(of: [moved])[0]
    #expect(abs(found.mean - expected.mean) < 1e-12)
    #expect(abs(found.valuedArea - expected.valuedArea) < 1e-12)
  }

  @Test func `a raster without a place is refused`() throws {
    let path = try folder.write(
      "a.vrt",
      """
      <VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="Int16" band="1">
      </VRTRasterBand></VRTDataset>
      """)
    var reader = try RasterReader(path: path)
    let error = try #require(throws: GDALError.self) {
      try reader.zonalMeans(of: [square(0, 0, 1)])
    }
    #expect(error.code == .invalidQuery)
    #expect(reader.envelope == nil)
  }

  @Test func `pixels and positions correspond, in rotated rasters too`() {
    var transform = GeoTransform(northWest: Coordinate(10, 20), cellWidth: 2, cellHeight: 3)
    transform.column.y = 0.5
    transform.row.x = -0.25
    let pixel = transform.pixels(at: transform.centre(column: 7, row: 4))
    #expect(abs(pixel.x - 7.5) < 1e-12 && abs(pixel.y - 4.5) < 1e-12)
  }
}
