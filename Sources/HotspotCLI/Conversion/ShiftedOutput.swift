import Geo
import Terminal

/// Keeps shifted positions from passing for WGS-84.
enum ShiftedOutput {
  /// The column that says what positions are in.
  static let column = "coordinate_system"

  /// Throws for shifted positions in a format that is WGS-84 by its specification, unless the
  /// file's name says so.
  static func check(_ path: String, to reference: PlaceReference) throws {
    guard case .datum(let datum) = reference, reference.isShifted else { return }
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let isStrict = ["json", "geojson", "geojsonl", "kml", "kmz", "gpx"].contains {
      name.hasSuffix("." + $0)
    }
    guard isStrict, !name.contains(".\(datum.rawValue).") else { return }
    let ending = name.split(separator: ".").last ?? ""
    throw CommandFailure(
      status: .usage,
      message: "\(ending) files are WGS-84 by specification, and \(reference.name) is not",
      file: path,
      hint: "Put .\(datum.rawValue). into the name, as in route.\(datum.rawValue).\(ending), "
        + "or write another format.")
  }
}
