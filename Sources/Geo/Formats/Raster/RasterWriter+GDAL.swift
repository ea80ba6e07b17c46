import CGDAL

extension RasterWriter {
  static func create(
    _ stagedPath: String, _ width: Int, _ height: Int, _ bands: Int, _ sampleType: SampleType,
    path: String, _ messages: GDALMessages
  ) throws(GDALError) -> GDALDatasetH {
    let options = GDALOptions([
      "BIGTIFF": "IF_SAFER", "COMPRESS": "DEFLATE", "TILED": "YES",
    ])
    let made = messages.collect {
      GDALCreate(
        GDALGetDriverByName("GTiff"), stagedPath, Int32(clamping: width), Int32(clamping: height),
        Int32(clamping: bands), sampleType.gdalType, options.pointer)
    }
    let failure = messages.takeFailure()
    guard let made else {
      throw GDALError.classified(
        .cannotWrite,
        "a raster of \(width) by \(height) cells cannot be made: check the size and the folder",
        cause: failure ?? "", path: path)
    }
    return made
  }

  /// Puts down where the cells lie and what stands for "no value".
  static func describe(
    _ dataset: GDALDatasetH, _ transform: GeoTransform, _ crs: CoordinateSystem?,
    _ noData: Double?, path: String, _ messages: GDALMessages
  ) throws(GDALError) {
    var numbers = transform.numbers
    messages.collect {
      GDALSetGeoTransform(dataset, &numbers)
      guard let noData else { return }
      for band in 0..<GDALGetRasterCount(dataset) {
        GDALSetRasterNoDataValue(GDALGetRasterBand(dataset, band + 1), noData)
      }
    }
    if let crs {
      try crs.withOGR(path: path) { system in
        _ = messages.collect { GDALSetSpatialRef(dataset, system) }
      }
    }
    try check(true, messages, path: path)
  }

  /// Makes the cloud-optimised file of what was written; false if that failed.
  func copyToCloudOptimised(_ stagedPath: String) -> Bool {
    let options = GDALOptions(["COMPRESS": "DEFLATE"])
    let copy = GDALCreateCopy(
      GDALGetDriverByName("COG"), stagedPath, dataset, 0, options.pointer, nil, nil)
    GDALClose(copy)
    return copy != nil
  }
}

extension RasterWriter.SampleType {
  fileprivate var gdalType: GDALDataType {
    switch self {
    case .uint8: GDT_Byte
    case .int16: GDT_Int16
    case .int32: GDT_Int32
    case .float32: GDT_Float32
    case .float64: GDT_Float64
    }
  }
}
