import Geo

/// A file to write, and as what.
struct TargetFile: Sendable, Hashable {
  /// The file; - is CSV on standard output.
  let path: String
  /// GDAL's name of its format; nil is told by the ending.
  let format: String?
  /// Whether an existing file may be replaced.
  let overwrites: Bool

  /// How to write delimited text; nil if another format is to be written.
  var dialect: DelimitedDialect? {
    if let format { return format.uppercased() == "CSV" ? DelimitedDialect() : nil }
    switch path == "-" ? "csv" : Self.ending(of: path) {
    case "csv", "txt": return DelimitedDialect()
    case "tsv", "tab": return DelimitedDialect(separator: UInt8(ascii: "\t"))
    default: return nil
    }
  }

  /// Whether cells become a GeoTIFF.
  var isRaster: Bool {
    format.map { ["GTIFF", "COG"].contains($0.uppercased()) }
      ?? ["tif", "tiff"].contains(Self.ending(of: path))
  }

  /// Whether it holds no polygons: a raster, or text.
  var isGrid: Bool { isRaster || dialect != nil }

  /// Whether rows can be copied as they stand: both are delimited text of the same kind.
  func copiesRows(_ reader: borrowing DelimitedReader) -> Bool {
    guard let dialect else { return false }
    let tab = UInt8(ascii: "\t")
    return dialect.separator != tab || reader.dialect.separator == tab
  }

  /// Whether a file is delimited text, as its name says.
  static func isDelimited(_ path: String) -> Bool {
    path == "-" || ["csv", "tsv", "tab", "txt"].contains(ending(of: path))
  }

  /// What a path ends with, without the point, in small letters.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    let ending = name[name.index(after: dot)...].lowercased()
    // An archive's own ending says nothing of what is in it.
    return ending == "gz" ? Self.ending(of: String(name[..<dot])) : ending
  }
}
