import CGDAL

/// The owner of an open dataset.
struct GDALDataset: ~Copyable {
  let pointer: GDALDatasetH

  init(_ pointer: GDALDatasetH) { self.pointer = pointer }

  deinit { GDALMessages().collect { GDALClose(pointer) } }

  /// The short name of its driver, such as "GPKG".
  var driver: String { GDALDriver.name(of: pointer) }

  /// The layers, lent for as long as the dataset is open.
  var layers: [OGRLayerH] {
    (0..<GDALDatasetGetLayerCount(pointer)).compactMap { GDALDatasetGetLayer(pointer, $0) }
  }

  /// Hands the dataset over; the caller closes it.
  consuming func take() -> GDALDatasetH {
    let taken = pointer
    discard self
    return taken
  }
}
