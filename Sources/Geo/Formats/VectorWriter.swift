import CGDAL

/// Writes layers of features in any vector format GDAL can make.
///
/// A new file is made in a hidden folder and takes its place when `close` succeeds, complete or not
/// at all. Changes to an existing GeoPackage or database are one transaction each: `begin`,
/// `commit`, or `rollback`; without `begin`, everything up to `close` is one. A writer that is
/// dropped without `close` leaves things as they were. It belongs to one task at a time.
///
///     var writer = try VectorWriter(creating: "sites.gpkg")
///     try writer.createLayer("sites", geometry: .point, crs: .wgs84, fields: fields)
///     for site in sites { try writer.append(site, to: "sites") }
///     try writer.close()
public struct VectorWriter: ~Copyable {
  /// The file or connection.
  public let path: String
  /// The short name of GDAL's driver, such as "GPKG".
  public let driver: String
  /// What GDAL warned of so far, each text once, such as field names cut to ten characters.
  public var warnings: [String] { messages.warnings }

  /// The open dataset; nil only if it could not be opened again after a rollback.
  var dataset: GDALDatasetH?
  let messages: GDALMessages
  let staged: StagedOutput?
  var encoders: [FeatureEncoder] = []
  var transaction = Transaction.none
  /// True after a failure that leaves nothing to do but roll back.
  var isBroken = false
  private var isOpen = true

  /// What is between begin and commit.
  enum Transaction { case none, implicit, explicit }

  /// Starts a new file.
  ///
  /// - Parameters:
  ///   - path: The file; its ending says the format.
  ///   - driver: The name of GDAL's driver where the ending does not say it.
  ///   - overwrite: Whether an existing file may be replaced.
  public init(
    creating path: String, driver: String? = nil, overwrite: Bool = false
  ) throws(GDALError) {
    let messages = GDALMessages()
    let driver = try VectorWriter.driver(driver, for: path)
    if driver == "PostgreSQL" {
      try self.init(updating: path)
    } else {
      let staged = try StagedOutput(path, overwrite: overwrite)
      do {
        let dataset = try VectorWriter.create(staged.stagedPath, driver, path: path, messages)
        self.init(path: path, dataset: dataset, messages: messages, staged: staged)
      } catch {
        staged.discard()
        throw error
      }
    }
  }

  /// Opens an existing GeoPackage, database or other changeable file.
  public init(updating path: String) throws(GDALError) {
    let messages = GDALMessages()
    let dataset = try VectorWriter.open(path, messages)
    self.init(path: path, dataset: dataset, messages: messages, staged: nil)
  }

  private init(
    path: String, dataset: GDALDatasetH, messages: GDALMessages, staged: StagedOutput?
  ) {
    self.path = path
    self.dataset = dataset
    self.messages = messages
    self.staged = staged
    driver = GDALDriver.name(of: dataset)
  }

  deinit {
    for encoder in encoders { encoder.destroy() }
    guard isOpen else { return }
    abandon()
    staged?.discard()
  }

  /// Commits what is open, writes everything out and puts a new file into its place.
  ///
  /// Throws `diskFull` or `cannotWrite` if not all of it arrived; then nothing has changed.
  public consuming func close() throws(GDALError) {
    try commit()
    for encoder in encoders { encoder.destroy() }
    encoders = []
    isOpen = false
    messages.collect { GDALClose(dataset) }
    if let failure = messages.takeFailure() {
      staged?.discard()
      throw GDALError.classified(
        .cannotWrite, "not everything was written: see that the disk has room and try again",
        cause: failure, path: path)
    }
    do {
      try staged?.moveIntoPlace()
    } catch {
      staged?.discard()
      throw error
    }
  }
}

// Sound: GDAL allows one thread at a time per dataset, and every use of it is `mutating` or
// `consuming`, so exclusive.
extension VectorWriter: @unchecked Sendable {}
