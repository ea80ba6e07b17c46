import Geo
import Terminal

/// The rows of a delimited text file, and where their position stands.
struct PointRows: ~Copyable {
  var reader: DelimitedReader
  let columns: PositionColumns
}

/// The features of a file; `columns` hold the position of those without a geometry.
struct PointFeatures: ~Copyable {
  var reader: VectorReader
  let columns: PositionColumns?
}

/// A file of points and how to read it, as the options of a command say.
struct PointSource: Sendable, Hashable {
  /// The file; - is CSV on standard input.
  let path: String
  /// Its layer; nil is the first.
  var layer: String?
  /// Encoding of its text; nil tells UTF-8 and GB18030 apart.
  var encoding: String?
  /// Names of the columns with the position, in a table.
  var lon: String?
  var lat: String?
  /// What the points are in, as the user says.
  var from: PlaceReference?

  /// Whether it can be read row by row, as delimited text.
  var isDelimited: Bool { layer == nil && TargetFile.isDelimited(path) }

  /// A reader of rows with the columns of their position; nil if no headings are known as such.
  func rows() throws -> PointRows? {
    var reader = try DelimitedReader(path: path, encoding: encoding)
    guard let columns = try PositionColumns(headings: reader.headings, lon: lon, lat: lat) else {
      return nil
    }
    reader.setPosition(x: columns.lon, y: columns.lat)
    return PointRows(reader: reader, columns: columns)
  }

  /// A reader of features with the columns of their position, where they have no geometry.
  func features() throws -> PointFeatures {
    guard path != "-" else {
      throw CommandFailure(
        status: .usage, message: "this needs a file, not a stream",
        hint: "Write the points to a file first.")
    }
    let reader = try VectorReader(path: path, layer: layer, encoding: encoding)
    guard ![.lines, .area].contains(reader.geometryKind) else {
      throw CommandFailure(
        status: .badData, message: "points are needed, found \(reader.geometryKind.rawValue)",
        file: path)
    }
    guard reader.geometryKind == .none else {
      return PointFeatures(reader: reader, columns: nil)
    }
    guard let columns = try PositionColumns(reader.fields, lon: lon, lat: lat) else {
      throw noPositions(reader.fields.map(\.name))
    }
    return PointFeatures(reader: reader, columns: columns)
  }

  /// What to say if there are no positions.
  func noPositions(_ headings: [String]) -> CommandFailure {
    CommandFailure(
      status: .badData, message: "the layer has neither geometries nor columns of coordinates",
      file: path,
      hint: "Name the columns with --lon and --lat: there is "
        + headings.joined(separator: ", ") + ".")
  }
}
