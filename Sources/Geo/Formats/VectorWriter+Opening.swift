import CGDAL

extension VectorWriter {
  /// The driver asked for, or the one that a path's ending stands for.
  static func driver(_ name: String?, for path: String) throws(GDALError) -> String {
    guard let driver = name ?? GDALDriver.name(forWriting: path) else {
      throw GDALError(
        .unknownDriver,
        "no format has the ending \".\(fileExtension(of: path))\": use .gpkg, .geojson, .fgb, .shp, "
          + ".kml, .gpx, .csv or .xlsx, or name a driver", path: path)
    }
    guard GDALDriver.canWriteVectors(driver) else {
      throw GDALError(
        .unknownDriver,
        "GDAL has no driver \"\(driver)\" that writes vector files: "
          + "`ogrinfo --formats` lists them", path: path)
    }
    return driver
  }

  static func create(
    _ stagedPath: String, _ driver: String, path: String, _ messages: GDALMessages
  ) throws(GDALError) -> GDALDatasetH {
    // Version 1.2 is what every QGIS from 3.0 on reads. Without GDAL's table of feature counts:
    // it would keep the count of what SQLite undid when the disk was full.
    let options = GDALOptions(
      driver == "GPKG" ? ["ADD_GPKG_OGR_CONTENTS": "NO", "VERSION": "1.2"] : [:])
    let made = messages.collect {
      GDALCreate(
        GDALGetDriverByName(driver), stagedPath, 0, 0, 0, GDT_Unknown, options.pointer)
    }
    let failure = messages.takeFailure()
    guard let made else {
      throw GDALError.classified(
        .cannotWrite, "the file cannot be made: check that you may write in its folder",
        cause: failure ?? "", path: path)
    }
    return made
  }

  static func open(
    _ path: String, _ messages: GDALMessages
  ) throws(GDALError) -> GDALDatasetH {
    GDALDriver.register()
    try InputFile.check(path)
    let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE | GDAL_OF_VERBOSE_ERROR)
    let opened = messages.collect { GDALOpenEx(path, flags, nil, nil, nil) }
    let failure = messages.takeFailure()
    guard let opened else {
      throw GDALError.classified(
        .cannotWrite,
        "it cannot be opened for changes: check that the format allows them and that you may "
          + "write it", cause: failure ?? "", path: path)
    }
    return opened
  }
}
