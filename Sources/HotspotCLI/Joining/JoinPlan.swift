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

  /// The file to write, and as what.
  var target: TargetFile { TargetFile(path: output, format: format, overwrites: overwrites) }

  /// Whether rows can be copied as they stand: the output is delimited text of the same kind.
  func copiesRows(_ reader: borrowing DelimitedReader) -> Bool { target.copiesRows(reader) }

  /// Whether the points' file is delimited text, as its name says.
  var hasDelimitedPoints: Bool { TargetFile.isDelimited(points) }

  /// About how many rows a file of delimited text has; nil if it is no such file.
  static func likelyRows(of path: String) -> Int? {
    guard path != "-", TargetFile.isDelimited(path), !path.hasSuffix(".gz"),
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    else { return nil }
    // A number and two coordinates of as many digits as a double has.
    return size / 45
  }
}
