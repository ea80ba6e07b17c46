import CGDAL

/// GDAL's drivers: registered once, found by the ending of a path.
enum GDALDriver {
  private static let registration: Void = {
    GDALMessages().collect { GDALAllRegister() }
  }()

  /// Makes the drivers known; every function that opens or makes a dataset calls it first.
  static func register() { _ = registration }

  /// The name of the driver that writes files with the ending of a path, or owns its prefix.
  static func name(forWriting path: String) -> String? {
    register()
    if path.hasPrefix("PG:") { return "PostgreSQL" }
    let ending = fileExtension(of: path)
    switch ending {
    // GDAL lists several drivers for these, or none.
    case "json", "geojson": return "GeoJSON"
    case "geojsonl", "geojsons", "ndjson": return "GeoJSONSeq"
    case "kml": return "KML"
    case "tif", "tiff": return "GTiff"
    case "": return nil
    default: return firstVectorDriver(withExtension: ending)
    }
  }

  private static func firstVectorDriver(withExtension ending: String) -> String? {
    for index in 0..<GDALGetDriverCount() {
      guard let driver = GDALGetDriver(index), has(driver, "DCAP_VECTOR"),
        has(driver, "DCAP_CREATE"), let endings = metadata(driver, "DMD_EXTENSIONS")
      else { continue }
      if endings.split(separator: " ").contains(where: { $0.lowercased() == ending }) {
        return String(cString: GDALGetDriverShortName(driver))
      }
    }
    return nil
  }

  /// The short name of the driver of an open dataset.
  static func name(of dataset: GDALDatasetH) -> String {
    guard let driver = GDALGetDatasetDriver(dataset), let name = GDALGetDriverShortName(driver)
    else { return "" }
    return String(cString: name)
  }

  /// True if a driver of that name is there and can make vector files.
  static func canWriteVectors(_ name: String) -> Bool {
    register()
    guard let driver = GDALGetDriverByName(name) else { return false }
    return has(driver, "DCAP_VECTOR") && has(driver, "DCAP_CREATE")
  }

  /// The names of the field types that a driver can make.
  static func fieldTypes(of name: String) -> [Substring] {
    guard let driver = GDALGetDriverByName(name),
      let names = metadata(driver, "DMD_CREATIONFIELDDATATYPES")
    else { return [] }
    return names.split(separator: " ")
  }

  private static func has(_ driver: GDALDriverH, _ capability: String) -> Bool {
    metadata(driver, capability) == "YES"
  }

  private static func metadata(_ driver: GDALDriverH, _ item: String) -> String? {
    GDALGetMetadataItem(driver, item, nil).map { String(cString: $0) }
  }
}

/// The ending of a path in lower case, without the dot; empty if it has none.
func fileExtension(of path: String) -> String {
  let name = path.split(separator: "/").last ?? ""
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
  return name[name.index(after: dot)...].lowercased()
}
