import CGDAL

/// What a band of a raster says of its samples.
public struct RasterBand: Sendable, Hashable {
  /// GDAL's name of the type of sample, such as "Float32".
  public let sampleType: String
  /// The sample that means "no value".
  public let noData: Double?
  /// A value is sample times scale plus offset.
  public let scale: Double
  /// See `scale`.
  public let offset: Double
  /// The unit of the values as the file names it, such as "ug m-3"; empty if it names none.
  public let unit: String
  /// When they are of, in seconds since 1970, UTC: a step of the time dimension of a NetCDF file, or
  /// the valid time of GRIB; nil if the file does not say.
  public let time: Int64?

  init(_ lent: GDALRasterBandH) {
    var isGiven: Int32 = 0
    let noData = GDALGetRasterNoDataValue(lent, &isGiven)
    self.noData = isGiven != 0 ? noData : nil
    let scale = GDALGetRasterScale(lent, &isGiven)
    self.scale = isGiven != 0 ? scale : 1
    let offset = GDALGetRasterOffset(lent, &isGiven)
    self.offset = isGiven != 0 ? offset : 0
    unit = GDALGetRasterUnitType(lent).map { String(cString: $0) } ?? ""
    time = BandTime.seconds(of: lent)
    sampleType = String(cString: GDALGetDataTypeName(GDALGetRasterDataType(lent)))
  }

  /// Turns samples into values, those without one into NaN.
  func scaled(_ samples: [Double]) -> [Double] {
    samples.map { sample in
      if let noData, sample == noData || (sample.isNaN && noData.isNaN) { return .nan }
      return sample * scale + offset
    }
  }
}
