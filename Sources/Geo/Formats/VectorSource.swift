import CGDAL
import Glibc

/// Opens what holds vector layers, with the options that keep values as they were written.
struct VectorSource {
  let path: String
  let encoding: String?
  let openOptions: [String: String]
  let messages: GDALMessages

  /// Opens the dataset for reading; throws if it is missing, of no known format or damaged.
  func open() throws(GDALError) -> GDALDataset {
    GDALDriver.register()
    try InputFile.check(path)
    try PackedWorkbook.check(path, messages)
    let name = openName
    let options = GDALOptions(options(for: driver(of: name)))
    let flags = UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR)
    let opened = messages.collect {
      XLSXHeadings.forced { GDALOpenEx(name, flags, nil, options.constant, nil) }
    }
    let failure = messages.takeFailure()
    guard let opened else { throw explained(failure ?? "") }
    let dataset = GDALDataset(opened)
    // A text format may open although its second half is missing.
    if let failure, dataset.driver.hasPrefix("GeoJSON") { throw explained(failure) }
    return dataset
  }

  /// The name to open: GDAL takes delimited text of another ending only
  /// with a prefix.
  private var openName: String {
    switch fileExtension(of: path) {
    case "txt", "dat": driver(of: path) == nil ? "CSV:" + path : path
    default: path
    }
  }

  private func driver(of name: String) -> String? {
    messages.collect {
      GDALIdentifyDriverEx(name, UInt32(GDAL_OF_VECTOR), nil, nil)
        .map { String(cString: GDALGetDriverShortName($0)) }
    }
  }

  private func options(for driver: String?) -> [String: String] {
    let defaults: [String: String]
    switch driver {
    case "CSV":
      // Codes keep their leading zeros, and the first line is the heading even if it holds years.
      defaults = ["AUTODETECT_TYPE": "NO", "HEADERS": "YES", "EMPTY_STRING_AS_NULL": "YES"]
    case "ESRI Shapefile":
      defaults = shapefileEncoding().map { ["ENCODING": $0] } ?? [:]
    default:
      defaults = [:]
    }
    return defaults.merging(openOptions) { $1 }
  }

  /// The encoding to make GDAL use for a shapefile's table; nil leaves it to what the file says.
  ///
  /// Empty turns GDAL's decoding off, so that `TextDecoder` tells UTF-8 and GB18030 apart: for
  /// tables that say nothing, and for "ANSI" (87) or Windows Latin (3), which much software
  /// writes whatever it means.
  private func shapefileEncoding() -> String? {
    if let encoding { return encoding }
    if InputFile.sibling(of: path, ending: "cpg") != nil { return nil }
    guard let table = InputFile.sibling(of: path, ending: "dbf"),
      let language = InputFile.byte(at: 29, of: table)
    else { return nil }
    return [0, 3, 87].contains(language) ? "" : nil
  }

  /// Why a file that is there cannot be opened.
  private func explained(_ cause: String) -> GDALError {
    if InputFile.isConnection(path) {
      return GDALError.classified(
        .notFound, "cannot connect: check the name, the address and that the server is running",
        cause: cause, path: path)
    }
    let known = driver(of: path)
    if known == "CSV" {
      return GDALError.classified(
        .unreadable, "no columns are found: the first line must hold two headings or more",
        cause: cause, path: path)
    }
    if known == "GPKG", InputFile.isWholeSQLite(path) {
      return GDALError(
        .emptyLayer, "there is no layer in it: check that it is the right file", path: path)
    }
    if known != nil {
      return GDALError.classified(
        .unreadable, "it is damaged or cut off: fetch it again", cause: cause, path: path)
    }
    return GDALError(
      .unknownDriver,
      "no known format: use GeoPackage, GeoJSON, Shapefile, FlatGeobuf, KML, CSV, XLSX or another "
        + "that `ogrinfo --formats` lists",
      cause: cause, path: path)
  }
}

/// Makes GDAL take the first row of a sheet for its headings.
enum XLSXHeadings {
  private static let option = "OGR_XLSX_HEADERS"

  /// Runs calls that open a workbook or load a sheet; the option holds for this thread only.
  static func forced<Result>(_ body: () -> Result) -> Result {
    let before = CPLGetThreadLocalConfigOption(option, nil).map { String(cString: $0) }
    CPLSetThreadLocalConfigOption(option, before ?? "FORCE")
    defer { CPLSetThreadLocalConfigOption(option, before) }
    return body()
  }
}
