import CGDAL

/// Reads rasters of any format GDAL knows: GeoTIFF, NetCDF, HDF, ASCII grids and others.
///
/// Samples come row by row from the first, the north in most rasters. A reader belongs to one task
/// at a time.
public struct RasterReader: ~Copyable {
  /// The file.
  public let path: String
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// What each band says of its samples; band 1 is the first.
  public let bands: [RasterBand]
  /// The coordinate system; nil if the file does not say.
  public let crs: CoordinateSystem?
  /// Where the cells lie; nil if the file does not say.
  public let transform: GeoTransform?

  private let dataset: GDALDataset
  private let messages: GDALMessages

  /// Opens a raster; throws if it is missing, of no known format or damaged.
  public init(path: String) throws(GDALError) {
    GDALDriver.register()
    try InputFile.check(path)
    let messages = GDALMessages()
    let flags = UInt32(GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
    let opened = messages.collect { GDALOpenEx(path, flags, nil, nil, nil) }
    let failure = messages.takeFailure()
    guard let opened else {
      throw GDALError.classified(
        .unreadable, "it is no raster, or damaged: check that it is the right file",
        cause: failure ?? "", path: path)
    }
    self.path = path
    self.messages = messages
    width = Int(GDALGetRasterXSize(opened))
    height = Int(GDALGetRasterYSize(opened))
    bands = (0..<GDALGetRasterCount(opened)).compactMap { index in
      GDALGetRasterBand(opened, index + 1).map(RasterBand.init)
    }
    crs = messages.collect { CoordinateSystem(GDALGetSpatialRef(opened)) }
    var numbers = [Double](repeating: 0, count: 6)
    transform =
      GDALGetGeoTransform(opened, &numbers) == CE_None ? GeoTransform(numbers) : nil
    dataset = GDALDataset(opened)
  }

  /// The rectangle around all cells, of a rotated raster too; nil if the file does not say.
  public var envelope: Envelope? {
    guard let transform else { return nil }
    let corners = [(0, 0), (width, 0), (0, height), (width, height)].map { column, row in
      Coordinate(
        transform.origin.x + Double(column) * transform.column.x + Double(row) * transform.row.x,
        transform.origin.y + Double(column) * transform.column.y + Double(row) * transform.row.y)
    }
    return Envelope(corners)
  }

  /// The values of a band or of a part of it: scaled, and NaN where there is none.
  public mutating func values(
    band: Int = 1, window: RasterWindow? = nil
  ) throws(GDALError) -> [Double] {
    let samples = try read(band: band, window: window)
    return bands[band - 1].scaled(samples)
  }

  /// The samples of a band or of a part of it, as they are stored.
  public mutating func read(
    band: Int = 1, window: RasterWindow? = nil
  ) throws(GDALError) -> [Double] {
    try samples(band, window, GDT_Float64, 0)
  }

  /// The samples of a band or of a part of it, as they are stored, in half the memory.
  public mutating func readFloats(
    band: Int = 1, window: RasterWindow? = nil
  ) throws(GDALError) -> [Float] {
    try samples(band, window, GDT_Float32, 0)
  }

  private mutating func samples<Sample>(
    _ band: Int, _ window: RasterWindow?, _ type: GDALDataType, _ zero: Sample
  ) throws(GDALError) -> [Sample] {
    let window = window ?? RasterWindow(column: 0, row: 0, width: width, height: height)
    guard bands.indices.contains(band - 1), window.fits(width: width, height: height) else {
      throw GDALError(
        .invalidQuery,
        "band \(band), \(window) is not in a raster of \(bands.count) bands, \(width) columns and "
          + "\(height) rows: ask for what is there", path: path)
    }
    var samples = [Sample](repeating: zero, count: window.count)
    let outcome = messages.collect {
      samples.withUnsafeMutableBytes { bytes in
        GDALRasterIO(
          GDALGetRasterBand(dataset.pointer, Int32(band)), GF_Read, Int32(window.column),
          Int32(window.row), Int32(window.width), Int32(window.height), bytes.baseAddress,
          Int32(window.width), Int32(window.height), type, 0, 0)
      }
    }
    let failure = messages.takeFailure()
    guard outcome == CE_None, failure == nil else {
      throw GDALError.classified(
        .unreadable, "the raster is damaged or cut off: fetch it again", cause: failure ?? "",
        path: path)
    }
    return samples
  }
}

// Sound: GDAL allows one thread at a time per dataset, and every use of it is `mutating`.
extension RasterReader: @unchecked Sendable {}
