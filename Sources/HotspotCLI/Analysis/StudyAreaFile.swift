import Geo
import Terminal

/// The polygons of a study area, in a plane.
struct StudyAreaFile {
  let area: StudyArea
  let envelope: Envelope

  /// Reads polygons and brings them into the plane; what says nothing is taken for what points are.
  init(_ path: String, in plane: AnalysisPlane) throws {
    var reader = try VectorReader(path: path)
    var converter: PlaceConverter?
    let reference = reader.crs.map { PlaceReference.system($0) } ?? plane.source
    if let system = plane.system, let reference, !reference.isSame(as: .system(system)) {
      converter = try PlaceConverter(
        from: reference, stated: nil, to: .system(system), file: path)
    }
    var areas: [MultiPolygon] = []
    var envelope = Envelope.empty
    while let feature = try reader.next() {
      guard let geometry = feature.geometry else { continue }
      guard case .area(let area) = try converter?.convert(geometry) ?? geometry else {
        throw Self.failure("polygons are needed, found another geometry", path)
      }
      areas.append(area)
      envelope.include(area.envelope)
    }
    guard !envelope.isEmpty else { throw Self.failure("there is no polygon", path) }
    do {
      area = .polygons(try PolygonIndex(areas))
    } catch {
      throw Self.failure(error.description, path)
    }
    self.envelope = envelope
  }

  private static func failure(_ message: String, _ path: String) -> CommandFailure {
    CommandFailure(
      status: .badData, message: message, file: path,
      hint: "--study-area takes a file of polygons.")
  }
}
