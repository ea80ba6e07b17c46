import CGDAL

/// Writes a GeoTIFF, plain or cloud-optimised.
///
/// The file is made in a hidden folder and takes its place when `close` succeeds. A writer belongs
/// to one task at a time.
public struct RasterWriter: ~Copyable {
  /// How samples are stored.
  public enum SampleType: Sendable, CaseIterable {
    /// Whole numbers from 0 to 255.
    case uint8
    /// Whole numbers from -32,768 to 32,767.
    case int16
    /// Whole numbers of 32 bits.
    case int32
    /// Floating-point numbers of 7 digits.
    case float32
    /// Floating-point numbers of 16 digits.
    case float64
  }

  /// How the file is laid out.
  public enum Layout: Sendable, CaseIterable {
    /// A compressed GeoTIFF in tiles.
    case geoTIFF
    /// A cloud-optimised GeoTIFF, with overviews.
    case cloudOptimised
  }

  /// The file.
  public let path: String
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// The sample that stands for "no value", and for NaN.
  public let noData: Double?

  let dataset: GDALDatasetH
  let messages: GDALMessages
  private let staged: StagedOutput
  private let layout: Layout
  private let bandCount: Int
  private var isOpen = true

  /// Starts a raster.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - width: The number of columns.
  ///   - height: The number of rows.
  ///   - bands: The number of bands.
  ///   - transform: Where the cells lie.
  ///   - crs: The coordinate system of the transform.
  ///   - noData: The sample that stands for "no value".
  ///   - sampleType: How samples are stored.
  ///   - layout: How the file is laid out.
  ///   - overwrite: Whether an existing file may be replaced.
  public init(
    creating path: String, width: Int, height: Int, bands: Int = 1, transform: GeoTransform,
    crs: CoordinateSystem?, noData: Double? = nil, sampleType: SampleType = .float32,
    layout: Layout = .geoTIFF, overwrite: Bool = false
  ) throws(GDALError) {
    GDALDriver.register()
    let messages = GDALMessages()
    let staged = try StagedOutput(path, overwrite: overwrite)
    let dataset: GDALDatasetH
    do throws(GDALError) {
      dataset = try RasterWriter.create(
        layout == .geoTIFF ? staged.stagedPath : staged.workPath, width, height, bands,
        sampleType, path: path, messages)
      do throws(GDALError) {
        try RasterWriter.describe(dataset, transform, crs, noData, path: path, messages)
      } catch {
        messages.collect { GDALClose(dataset) }
        throw error
      }
    } catch {
      staged.discard()
      throw error
    }
    self.path = path
    self.dataset = dataset
    self.width = width
    self.height = height
    self.noData = noData
    self.messages = messages
    self.staged = staged
    self.layout = layout
    bandCount = bands
  }

  deinit {
    guard isOpen else { return }
    messages.collect { GDALClose(dataset) }
    staged.discard()
  }

  /// Writes a band or a part of it, row by row; NaN becomes the no-data sample.
  public mutating func write(
    _ values: [Double], band: Int = 1, window: RasterWindow? = nil
  ) throws(GDALError) {
    var samples = values
    if let noData {
      for index in samples.indices where samples[index].isNaN { samples[index] = noData }
    }
    try write(&samples, band, window, GDT_Float64)
  }

  /// Writes a band or a part of it, row by row; NaN becomes the no-data sample.
  public mutating func write(
    floats values: [Float], band: Int = 1, window: RasterWindow? = nil
  ) throws(GDALError) {
    var samples = values
    if let noData {
      for index in samples.indices where samples[index].isNaN { samples[index] = Float(noData) }
    }
    try write(&samples, band, window, GDT_Float32)
  }

  private mutating func write<Sample>(
    _ samples: inout [Sample], _ band: Int, _ window: RasterWindow?, _ type: GDALDataType
  ) throws(GDALError) {
    let window = window ?? RasterWindow(column: 0, row: 0, width: width, height: height)
    guard (1...bandCount).contains(band), window.fits(width: width, height: height),
      samples.count == window.count
    else {
      throw GDALError(
        .invalidValue,
        "\(samples.count) samples for band \(band), \(window) of a raster of \(bandCount) bands, "
          + "\(width) columns and \(height) rows: give one for each cell", path: path)
    }
    let outcome = messages.collect {
      samples.withUnsafeMutableBytes { bytes in
        GDALRasterIO(
          GDALGetRasterBand(dataset, Int32(band)), GF_Write, Int32(window.column),
          Int32(window.row), Int32(window.width), Int32(window.height), bytes.baseAddress,
          Int32(window.width), Int32(window.height), type, 0, 0)
      }
    }
    try RasterWriter.check(outcome == CE_None, messages, path: path)
  }

  /// Writes everything out and puts the file into its place.
  ///
  /// Throws `diskFull` or `cannotWrite` if not all of it arrived; then nothing has changed.
  public consuming func close() throws(GDALError) {
    messages.collect { GDALFlushCache(dataset) }
    try RasterWriter.check(true, messages, path: path)
    if layout == .cloudOptimised {
      let isCopied = messages.collect { copyToCloudOptimised(staged.stagedPath) }
      try RasterWriter.check(isCopied, messages, path: path)
    }
    isOpen = false
    messages.collect { GDALClose(dataset) }
    do {
      try RasterWriter.check(true, messages, path: path)
      VSIUnlink(staged.workPath)
      try staged.moveIntoPlace()
    } catch {
      staged.discard()
      throw error
    }
  }

  static func check(
    _ isDone: Bool, _ messages: GDALMessages, path: String
  ) throws(GDALError) {
    let failure = messages.takeFailure()
    guard isDone, failure == nil else {
      throw GDALError.classified(
        .cannotWrite, "the raster was not written: try again", cause: failure ?? "", path: path)
    }
  }
}

// Sound: GDAL allows one thread at a time per dataset, and every use of it is `mutating` or
// `consuming`.
extension RasterWriter: @unchecked Sendable {}
