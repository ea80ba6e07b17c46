import Foundation
import Geo

/// What to join with what, and where to.
struct JoinPlan: Sendable {
  /// The points' file.
  let points: String
  /// The points' layer; nil is the first.
  let pointsLayer: String?
  /// Encoding of the points' text; nil tells UTF-8 and GB18030 apart.
  let encoding: String?
  /// Names of the columns with the position, in a table.
  let lon: String?
  let lat: String?
  /// What the points are in, as the user says.
  let from: PlaceReference?
  /// The polygons.
  let layer: AreaLayer
  /// The polygons' columns that points get; empty is all.
  let columns: [String]
  /// Whether a point gets a row for each polygon that holds it, not for the first alone.
  let givesAll: Bool
  /// How many metres from a polygon a point in none still counts as its own; nil is not at all.
  let nearest: Double?
  /// The file to write.
  let output: String
  /// GDAL's name of its format; nil is told by the ending.
  let format: String?
  /// Whether an existing file may be replaced.
  let overwrites: Bool

  /// How to write delimited text; nil if another format is to be written.
  var outputDialect: DelimitedDialect? {
    if let format { return format.uppercased() == "CSV" ? DelimitedDialect() : nil }
    switch output == "-" ? "csv" : Self.ending(of: output) {
    case "csv", "txt": return DelimitedDialect()
    case "tsv", "tab": return DelimitedDialect(separator: UInt8(ascii: "\t"))
    default: return nil
    }
  }

  /// Whether rows can be copied as they stand: the output is delimited text of the same kind.
  func copiesRows(_ reader: borrowing DelimitedReader) -> Bool {
    guard let outputDialect else { return false }
    let tab = UInt8(ascii: "\t")
    return outputDialect.separator != tab || reader.dialect.separator == tab
  }

  /// Whether the points' file is delimited text, as its name says.
  var hasDelimitedPoints: Bool { points == "-" || Self.isDelimited(points) }

  private static func isDelimited(_ path: String) -> Bool {
    ["csv", "tsv", "tab", "txt"].contains(ending(of: path))
  }

  /// More rows than a file of delimited text can well have; nil if it is no such file.
  static func mostRows(of path: String) -> Int? {
    guard isDelimited(path), !path.hasSuffix(".gz"),
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    else { return nil }
    // Two coordinates of seven digits, a separator and a line end.
    return size / 16
  }

  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    let ending = name[name.index(after: dot)...].lowercased()
    // An archive's own ending says nothing of what is in it.
    return ending == "gz" ? Self.ending(of: String(name[..<dot])) : ending
  }
}
