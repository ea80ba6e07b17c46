import CGDAL

/// Reads the features of one layer of any vector format GDAL knows.
///
/// Formats are told by their content and ending: GeoPackage, GeoJSON, Shapefile, FlatGeobuf, KML,
/// TopoJSON, CSV, XLSX, OpenStreetMap PBF, PostGIS ("PG:...") and others. Values come as they were
/// written: columns of CSV are text, so that codes keep leading zeros; text that is not UTF-8 is
/// decoded from GB18030 and counted. A reader belongs to one task at a time.
///
///     var reader = try VectorReader(path: "sites.gpkg", layer: "sites")
///     while let site = try reader.next() { print(site.values) }
public struct VectorReader: ~Copyable {
  /// The file or connection.
  public let path: String
  /// The layer's name.
  public let layer: String
  /// The short name of GDAL's driver, such as "GPKG".
  public let driver: String
  /// The coordinate system; nil if the file does not say.
  public let crs: CoordinateSystem?
  /// The columns, in the order of each feature's values.
  public var fields: [FieldDefinition] { decoder.fields }
  /// What geometry the features have.
  public var geometryKind: GeometryKind { decoder.geometryKind }
  /// How many texts, headings included, were no UTF-8 and were decoded from GB18030.
  public var decodedAsGB18030: Int { decoder.text.decodedAsGB18030 }
  /// What GDAL warned of so far, each text once.
  public var warnings: [String] { messages.warnings }

  // Declared, and destroyed, before the dataset that it reads.
  private var stream: ArrowStream?
  private var hasLookedForStream = false
  private let dataset: GDALDataset
  private let handle: OGRLayerH
  private let messages: GDALMessages
  private var decoder: FeatureDecoder

  /// Opens a layer, the first one if none is named.
  ///
  /// - Parameters:
  ///   - path: A file, or a connection such as "PG:dbname=hotspot".
  ///   - layer: The layer's name.
  ///   - encoding: The encoding of text where the file says nothing or something wrong.
  ///   - openOptions: Options of GDAL's driver; they win over the defaults here.
  public init(
    path: String, layer: String? = nil, encoding: String? = nil,
    openOptions: [String: String] = [:]
  ) throws(GDALError) {
    let messages = GDALMessages()
    let source = VectorSource(
      path: path, encoding: encoding, openOptions: openOptions, messages: messages)
    let dataset = try source.open()
    let handle = try VectorReader.handle(of: layer, in: dataset, path: path, messages)
    try self.init(source, dataset, handle)
  }

  /// Opens the result of an SQL query over the layers of a file.
  ///
  /// - Parameters:
  ///   - path: A file or a connection.
  ///   - sql: A SELECT statement.
  ///   - dialect: "SQLITE" for SQLite's SQL, with SpatiaLite's functions, on any format; nil for
  ///     the format's own.
  public init(path: String, sql: String, dialect: String? = nil) throws(GDALError) {
    let messages = GDALMessages()
    let source = VectorSource(path: path, encoding: nil, openOptions: [:], messages: messages)
    let opened = try source.open().take()
    let result = messages.collect { GDALDatasetExecuteSQL(opened, sql, nil, dialect) }
    let dataset = GDALDataset(opened, result: result)
    let failure = messages.takeFailure()
    guard let result, failure == nil else {
      throw GDALError.classified(
        .invalidQuery, "the statement \"\(sql)\" failed: check its tables and columns",
        cause: failure ?? "", path: path)
    }
    try self.init(source, dataset, result)
  }

  private init(
    _ source: VectorSource, _ dataset: consuming GDALDataset, _ handle: OGRLayerH
  ) throws(GDALError) {
    let driver = dataset.driver
    // GDAL has already decoded a shapefile's table from the encoding named.
    let encoding = driver == "ESRI Shapefile" ? nil : source.encoding
    let messages = source.messages
    let decoder = try messages.collect { () throws(GDALError) in
      try FeatureDecoder(handle, encoding: encoding)
    }
    path = source.path
    layer = String(cString: OGR_L_GetName(handle))
    crs = messages.collect { CoordinateSystem(OGR_L_GetSpatialRef(handle)) }
    self.driver = driver
    self.dataset = dataset
    self.handle = handle
    self.messages = messages
    self.decoder = decoder
  }

  /// The next feature, or nil at the end.
  ///
  /// Throws `unreadable` where the file is damaged; the call after that goes on behind the damage
  /// if the format allows it.
  public mutating func next() throws(GDALError) -> Feature? {
    let feature: Feature? = messages.collect {
      guard let lent = OGR_L_GetNextFeature(handle) else { return nil }
      defer { OGR_F_Destroy(lent) }
      return decoder.feature(lent)
    }
    if let failure = messages.takeFailure() {
      throw GDALError.classified(
        .unreadable, "the file is damaged or cut off: fetch it again", cause: failure,
        path: path, layer: layer, feature: feature?.id)
    }
    return feature
  }

  /// The next features, some thousand at a time; none at the end.
  ///
  /// Faster than one by one where the driver hands out columns (GeoPackage, FlatGeobuf, Parquet); a
  /// reader is read in one way or the other. Throws as `next` does.
  public mutating func nextBatch() throws(GDALError) -> [Feature] {
    if !hasLookedForStream {
      hasLookedForStream = true
      stream = messages.collect { ArrowStream(handle, batch: VectorReader.batchSize) }
    }
    guard let stream else { return try nextOneByOne() }
    let features = messages.collect { stream.next(&decoder.text) }
    if let failure = messages.takeFailure() {
      throw GDALError.classified(
        .unreadable, "the file is damaged or cut off: fetch it again", cause: failure,
        path: path, layer: layer)
    }
    return features ?? []
  }

  private mutating func nextOneByOne() throws(GDALError) -> [Feature] {
    var features: [Feature] = []
    features.reserveCapacity(VectorReader.batchSize)
    while features.count < VectorReader.batchSize, let feature = try next() {
      features.append(feature)
    }
    return features
  }

  private static let batchSize = 1 << 13

  /// Calls a function with each feature from the next one on; throws what it or reading throws.
  public mutating func forEach(_ body: (Feature) throws -> Void) throws {
    while let feature = try next() { try body(feature) }
  }

  /// How many features pass the filters; formats without a count are read through for it.
  public mutating func featureCount() throws(GDALError) -> Int {
    let count = messages.collect { OGR_L_GetFeatureCount(handle, 1) }
    if let failure = messages.takeFailure() {
      throw GDALError.classified(
        .unreadable, "the file is damaged or cut off: fetch it again", cause: failure,
        path: path, layer: layer)
    }
    return Int(max(0, count))
  }

  /// Keeps only features for which an SQL condition holds, from the start; nil lifts the filter.
  public mutating func setAttributeFilter(_ sql: String?) throws(GDALError) {
    let outcome = messages.collect {
      if let sql { probe(sql) }
      return OGR_L_SetAttributeFilter(handle, sql)
    }
    let failure = messages.takeFailure()
    guard outcome == OGRERR_NONE, failure == nil else {
      throw GDALError(
        .invalidQuery, "\"\(sql ?? "")\" is no condition over the fields: write field = 'value'",
        cause: failure ?? "", path: path, layer: layer)
    }
    rewind()
  }

  /// Has a database look at a condition, which it would otherwise do at the first feature.
  private func probe(_ condition: String) {
    guard ["GPKG", "SQLite", "PostgreSQL"].contains(driver) else { return }
    let sql = "SELECT 1 FROM \(SQL.identifier(layer)) WHERE (\(condition)) LIMIT 0"
    if let result = GDALDatasetExecuteSQL(dataset.pointer, sql, nil, nil) {
      GDALDatasetReleaseResultSet(dataset.pointer, result)
    }
  }

  /// Keeps only features whose geometry meets a rectangle, from the start; nil lifts the filter.
  public mutating func setSpatialFilter(_ envelope: Envelope?) {
    messages.collect {
      guard let envelope else { return OGR_L_SetSpatialFilter(handle, nil) }
      OGR_L_SetSpatialFilterRect(
        handle, envelope.minX, envelope.minY, envelope.maxX, envelope.maxY)
    }
    rewind()
  }

  /// Starts again at the first feature.
  public mutating func rewind() {
    messages.collect { OGR_L_ResetReading(handle) }
  }
}

// Sound: GDAL allows one thread at a time per dataset, and every use of it is `mutating`, so
// exclusive.
extension VectorReader: @unchecked Sendable {}
