import Foundation
import Testing

@testable import Geo

@Suite struct RasterTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  static let transform = GeoTransform(
    northWest: Coordinate(500_000, 4_000_000), cellWidth: 500, cellHeight: 250)

  @Test(arguments: RasterWriter.Layout.allCases)
  func `a raster comes back as it was written`(layout: RasterWriter.Layout) throws {
    let path = folder.file("r.tif")
    let values = (0..<12).map { $0 == 5 ? Double.nan : Double($0) / 4 }
    var writer = try RasterWriter(
      creating: path, width: 4, height: 3, transform: RasterTests.transform, crs: .albersChina,
      noData: -9999, layout: layout)
    try writer.write(values)
    try writer.close()
    #expect(try folder.entries == ["r.tif"])

    var reader = try RasterReader(path: path)
    #expect((reader.width, reader.height) == (4, 3))
    #expect(reader.transform == RasterTests.transform)
    #expect(reader.crs?.isSame(as: .albersChina) == true)
    #expect(reader.bands.count == 1)
    #expect(reader.bands[0].noData == -9999)
    #expect(reader.bands[0].sampleType == "Float32")
    let read = try reader.values()
    #expect(zip(read, values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
    #expect(try reader.read()[5] == -9999)
    #expect(
      try reader.readFloats(window: RasterWindow(column: 1, row: 1, width: 2, height: 2))
        == [-9999, 1.5, 2.25, 2.5])
  }

  @Test(arguments: RasterWriter.SampleType.allCases)
  func `every type of sample is stored, in several bands and windows`(
    type: RasterWriter.SampleType
  ) throws {
    let path = folder.file("types.tif")
    var writer = try RasterWriter(
      creating: path, width: 2, height: 2, bands: 2, transform: RasterTests.transform, crs: nil,
      sampleType: type)
    try writer.write([1, 2, 3, 4])
    for row in 0..<2 {
      try writer.write(
        floats: [Float(row), 7], band: 2,
        window: RasterWindow(column: 0, row: row, width: 2, height: 1))
    }
    try writer.close()
    var reader = try RasterReader(path: path)
    #expect(reader.crs == nil)
    #expect(try reader.values(band: 1) == [1, 2, 3, 4])
    #expect(try reader.values(band: 2) == [0, 7, 1, 7])
  }

  @Test func `cells and positions correspond`() {
    let centre = RasterTests.transform.centre(column: 3, row: 2)
    #expect(centre == Coordinate(501_750, 3_999_375))
    let cell = RasterTests.transform.cell(at: centre)
    #expect(cell?.column == 3 && cell?.row == 2)
    #expect(RasterTests.transform.cell(at: Coordinate(499_999, 4_000_001))?.column == -1)
    #expect(RasterTests.transform.cell(at: Coordinate(.nan, 0)) == nil)
  }

  @Test func `scale and offset are applied to values, not to samples`() throws {
    let path = try folder.write(
      "a.vrt",
      """
      <VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="Int16" band="1">
      <NoDataValue>-1</NoDataValue><Scale>0.5</Scale><Offset>10</Offset></VRTRasterBand></VRTDataset>
      """)
    var reader = try RasterReader(path: path)
    #expect(reader.bands[0].scale == 0.5 && reader.bands[0].offset == 10)
    // A band without a source is made of its no-data sample.
    #expect(try reader.read() == [-1])
    #expect(try reader.values()[0].isNaN)
    #expect(reader.bands[0].scaled([4]) == [12])
  }

  @Test func `wrong sizes, bands and windows are errors`() throws {
    let path = folder.file("w.tif")
    var writer = try RasterWriter(
      creating: path, width: 2, height: 2, transform: RasterTests.transform, crs: nil)
    #expect(throws: GDALError.self) { try writer.write([1, 2, 3]) }
    #expect(throws: GDALError.self) { try writer.write([1, 2, 3, 4], band: 2) }
    try writer.write([1, 2, 3, 4])
    try writer.close()
    var reader = try RasterReader(path: path)
    let outside = RasterWindow(column: 1, row: 0, width: 2, height: 1)
    #expect(throws: GDALError.self) { _ = try reader.read(window: outside) }
    #expect(throws: GDALError.self) { _ = try reader.values(band: 0) }
    #expect(throws: GDALError.self) {
      _ = try RasterWriter(
        creating: folder.file("x.tif"), width: 0, height: 2, transform: RasterTests.transform,
        crs: nil)
    }
    #expect(try folder.entries == ["w.tif"])
  }

  @Test func `a raster that is cut off, or none, is an error`() throws {
    let path = folder.file("big.tif")
    var writer = try RasterWriter(
      creating: path, width: 300, height: 300, transform: RasterTests.transform, crs: nil)
    try writer.write((0..<90_000).map { Double($0 * 7919 % 1013) })
    try writer.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let cut = try folder.write("cut.tif", whole.prefix(whole.count / 2))
    let error = #expect(throws: GDALError.self) {
      var reader = try RasterReader(path: cut)
      _ = try reader.values()
    }
    #expect(error?.code == .unreadable)
    let text = try folder.write("text.tif", "no raster at all")
    #expect(throws: GDALError.self) { _ = try RasterReader(path: text) }
  }
}
