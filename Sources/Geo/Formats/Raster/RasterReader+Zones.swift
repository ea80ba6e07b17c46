extension RasterReader {
  /// The area-weighted means of a band over zones, exact at their borders.
  ///
  /// Zones are in the raster's coordinate system. Rotated and sheared rasters are taken as they
  /// are: zones are moved into pixels, where every raster is upright. Reads only what zones may
  /// meet, a strip of rows at a time, in memory for 4 million pixels. Values are scaled; samples
  /// without a value do not count. Throws `invalidQuery` for a raster that does not say where its
  /// cells lie, and what reading does.
  public mutating func zonalMeans(
    of zones: [MultiPolygon], band: Int = 1
  ) throws(GDALError) -> [ZonalMean] {
    guard let transform, transform.isInvertible else {
      throw GDALError(
        .invalidQuery,
        "the raster does not say where its cells lie: give it a geotransform, as in "
          + "gdal_translate -a_ullr", path: path)
    }
    let moved = zones.map { $0.mapCoordinates(transform.pixels) }
    var sums = ZonalSums(moved, width: width, height: height)
    let (columns, rows) = sums.extent
    guard !columns.isEmpty else { return sums.means() }
    let step = max(1, Self.stripPixels / columns.count)
    for first in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      let strip = first..<min(first + step, rows.upperBound)
      let values = try values(
        band: band,
        window: RasterWindow(
          column: columns.lowerBound, row: first, width: columns.count, height: strip.count))
      sums.add(values.span, columns: columns, rows: strip)
    }
    return sums.means()
  }

  private static let stripPixels = 4_000_000
}

extension GeoTransform {
  /// False if all cells lie on a line.
  var isInvertible: Bool {
    let determinant = column.x * row.y - column.y * row.x
    return determinant != 0 && determinant.isFinite && origin.isFinite
  }
}
