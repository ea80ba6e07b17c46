import CGDAL

extension VectorWriter {
  /// Appends a feature to a layer.
  ///
  /// Values must fit their fields: dates are ISO text, booleans 0 or 1; numbers in text fields are
  /// spelt out. Throws `invalidValue` or `invalidGeometry` before anything is written, `diskFull`
  /// or `cannotWrite` after.
  public mutating func append(_ feature: Feature, to layer: String) throws(GDALError) {
    let encoder = try encoder(for: layer)
    if transaction == .none { try start(.implicit) }
    try messages.collect { () throws(GDALError) in try encoder.append(feature, messages) }
  }

  /// Starts a transaction; what was written before is committed.
  ///
  /// Formats without transactions accept `begin` and `commit` and do nothing.
  public mutating func begin() throws(GDALError) {
    if transaction == .explicit {
      throw GDALError(
        .unsupported, "a transaction is open: commit or roll back before the next", path: path)
    }
    try commit()
    try start(.explicit)
  }

  /// Makes everything since `begin` last.
  public mutating func commit() throws(GDALError) {
    // Flushed first, so that spatial indexes come into being within the transaction.
    messages.collect { GDALFlushCache(dataset) }
    var failure = messages.takeFailure()
    if transaction != .none, failure == nil {
      let outcome = messages.collect { GDALDatasetCommitTransaction(dataset) }
      failure = messages.takeFailure() ?? (outcome == OGRERR_NONE ? nil : "commit refused")
    }
    if let failure {
      throw GDALError.classified(
        .cannotWrite, "not everything was written: try again", cause: failure, path: path)
    }
    transaction = .none
    newLayers = 0
  }

  /// Undoes everything since `begin`, layers made since then included.
  public mutating func rollback() throws(GDALError) {
    guard supportsTransactions else {
      throw GDALError(
        .unsupported, "\(driver) cannot undo: drop the writer without closing it", path: path)
    }
    for encoder in encoders { encoder.destroy() }
    encoders = []
    guard transaction != .none else { return }
    let outcome = undo()
    transaction = .none
    newLayers = 0
    if let failure = messages.takeFailure() ?? (outcome == OGRERR_NONE ? nil : "refused") {
      throw GDALError.classified(
        .cannotWrite, "the changes could not be undone: close the file and open it again",
        cause: failure, path: path)
    }
  }

  /// Rolls back, after taking the new layers from GDAL's memory, which would make them again.
  func undo() -> OGRErr {
    GDALMessages().collect {
      for _ in 0..<newLayers {
        GDALDatasetDeleteLayer(dataset, GDALDatasetGetLayerCount(dataset) - 1)
      }
    }
    return messages.collect { GDALDatasetRollbackTransaction(dataset) }
  }

  private var supportsTransactions: Bool {
    GDALDatasetTestCapability(dataset, ODsCTransactions) != 0
  }

  mutating func start(_ kind: Transaction) throws(GDALError) {
    guard supportsTransactions else { return }
    let outcome = messages.collect { GDALDatasetStartTransaction(dataset, 0) }
    let failure = messages.takeFailure()
    guard outcome == OGRERR_NONE else {
      throw GDALError.classified(
        .cannotWrite, "no transaction can be started: try again", cause: failure ?? "",
        path: path)
    }
    transaction = kind
  }
}
