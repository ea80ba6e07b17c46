import CGDAL

extension VectorWriter {
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
  ///
  /// Throws `diskFull`, `busy` or `cannotWrite` if it cannot; then `rollback`, or drop the writer.
  public mutating func commit() throws(GDALError) {
    if isBroken {
      throw GDALError(
        .cannotWrite, "an earlier failure undid the transaction: roll back and start again",
        path: path)
    }
    // Flushed first, so that spatial indexes come into being within the transaction.
    messages.collect { GDALFlushCache(dataset) }
    var failure = messages.takeFailure()
    if transaction != .none, failure == nil {
      let outcome = messages.collect { GDALDatasetCommitTransaction(dataset) }
      failure = messages.takeFailure() ?? (outcome == OGRERR_NONE ? nil : "commit refused")
    }
    if let failure {
      isBroken = true
      throw GDALError.classified(
        .cannotWrite, "not everything was written: try again", cause: failure, path: path)
    }
    transaction = .none
  }

  /// Undoes everything since `begin`, layers made since then included.
  public mutating func rollback() throws(GDALError) {
    guard supportsTransactions else {
      throw GDALError(
        .unsupported, "\(driver) cannot undo: drop the writer without closing it", path: path)
    }
    guard transaction != .none else { return }
    for encoder in encoders { encoder.destroy() }
    encoders = []
    abandon()
    dataset = nil
    dataset = try VectorWriter.open(staged?.stagedPath ?? path, messages)
    transaction = .none
    isBroken = false
  }

  /// Undoes the open transaction and closes the dataset.
  ///
  /// GDAL goes on to hold layers, counts and extents that were undone and would write them while it
  /// closes, even where SQLite had undone the transaction by itself because the disk was full. So
  /// the database is told to take nothing more.
  func abandon() {
    let quiet = GDALMessages()
    quiet.collect {
      if driver == "GPKG" || driver == "SQLite" {
        let result = GDALDatasetExecuteSQL(dataset, "PRAGMA query_only = 1", nil, nil)
        if let result { GDALDatasetReleaseResultSet(dataset, result) }
      }
      if transaction != .none { GDALDatasetRollbackTransaction(dataset) }
      GDALClose(dataset)
    }
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

extension GDALError {
  /// Whether SQLite may have undone the transaction in which this happened.
  var breaksTransaction: Bool {
    code != .invalidValue && code != .invalidGeometry && code != .invalidQuery
  }
}
