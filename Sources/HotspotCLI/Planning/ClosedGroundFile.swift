import Geo
import Terminal

/// The polygons of a file in WGS-84.
struct ClosedGroundFile {
  let areas: [MultiPolygon]

  /// Reads them; a file that does not say its system is taken for longitude and latitude.
  ///
  /// Throws if there is no polygon or a corner is no place on the globe.
  init(_ path: String) throws {
    var reader = try VectorReader(path: path)
    var transformer: Transformer?
    if let system = reader.crs, system != .wgs84 {
      transformer = try Transformer(from: system, to: .wgs84)
    }
    var areas: [MultiPolygon] = []
    while let feature = try reader.next() {
      guard let geometry = feature.geometry else { continue }
      guard case .area(let area) = geometry else {
        throw Self.failure("polygons are needed, found another geometry", path)
      }
      let placed = try transformer?.transform(area) ?? area
      let box = placed.envelope
      guard box.minX >= -180, box.maxX <= 180, box.minY >= -90, box.maxY <= 90 else {
        throw Self.failure("a corner is no longitude and latitude", path)
      }
      areas.append(placed)
    }
    guard !areas.isEmpty else { throw Self.failure("there is no polygon", path) }
    self.areas = areas
  }

  private static func failure(_ message: String, _ path: String) -> CommandFailure {
    CommandFailure(
      status: .badData, message: message, file: path,
      hint: "--closed takes polygons in longitude and latitude, or with their system.")
  }
}
