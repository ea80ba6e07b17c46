import CGDAL

/// The owner of an open dataset and, perhaps, of the result of one query on it.
struct GDALDataset: ~Copyable {
  let pointer: GDALDatasetH
  private let result: OGRLayerH?

  /// Takes over a dataset, and a result set that goes before it.
  init(_ pointer: GDALDatasetH, result: OGRLayerH? = nil) {
    self.pointer = pointer
    self.result = result
  }

  deinit {
    GDALMessages().collect {
      if let result { GDALDatasetReleaseResultSet(pointer, result) }
      GDALClose(pointer)
    }
  }

  /// Hands a dataset without a result over; the caller closes it.
  consuming func take() -> GDALDatasetH {
    let taken = pointer
    discard self
    return taken
  }

  /// The short name of its driver, such as "GPKG".
  var driver: String { GDALDriver.name(of: pointer) }

  /// The layers, lent for as long as the dataset is open.
  var layers: [OGRLayerH] {
    (0..<GDALDatasetGetLayerCount(pointer)).compactMap { GDALDatasetGetLayer(pointer, $0) }
  }
}
