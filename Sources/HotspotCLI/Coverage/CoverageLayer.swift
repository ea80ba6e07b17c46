import CampaignData
import Geo
import Terminal

/// A layer of areas as it stands in a file, and how its coordinates are to be taken.
struct CoverageLayer {
  /// An area that is not valid, and why.
  struct Invalid {
    let row: Int
    let reason: String
  }

  /// The file.
  let path: String
  /// The layer's name.
  let name: String
  /// The columns.
  let fields: [FieldDefinition]
  /// All features, those without a place too.
  private(set) var features: [Feature] = []
  /// The areas, without features that have no place.
  private(set) var areas: [MultiPolygon] = []
  /// The features of the areas, numbered from 1.
  private(set) var rows: [Int] = []
  /// The coordinate system to write what lies in it; nil for shifted positions without one.
  let system: CoordinateSystem?
  /// How its sizes are measured.
  let measure: GroundMeasure
  /// What the reader warned of.
  let warnings: [String]
  private let reference: PlaceReference?
  private let stated: CoordinateSystem?

  /// Reads it; throws if it is no layer of areas, or does not say what its coordinates are in.
  init(path: String, layer: String?, encoding: String?, from reference: PlaceReference?) throws {
    var reader = try VectorReader(path: path, layer: layer, encoding: encoding)
    self.path = path
    self.reference = reference
    name = reader.layer
    fields = reader.fields
    stated = reader.crs
    while let feature = try reader.next() {
      if features.count % 256 == 0 { try Interruption.check() }
      features.append(feature)
      guard let geometry = feature.geometry else { continue }
      guard case .area(let area) = geometry else {
        throw Self.notAreas(path, row: features.count, geometry)
      }
      areas.append(area)
      rows.append(features.count)
    }
    warnings = reader.warnings
    guard !areas.isEmpty else { throw Self.noAreas(path, features: features.count) }
    // Throws where neither the file nor the user says what coordinates are in.
    _ = try PlaceConverter(from: reference, stated: stated, to: .datum(.wgs84), file: path)
    let meant: CoordinateSystem
    if case .system(let named) = reference {
      system = named
      meant = named
    } else {
      system = stated ?? reference?.outputSystem
      meant = system ?? .wgs84
    }
    try Self.checkPositions(areas, rows, meant, path)
    measure = try GroundMeasure(of: meant, over: Self.envelope(areas))
  }

  /// How many features have no place.
  var emptyCount: Int { features.count - areas.count }

  /// The WGS-84 longitude and latitude of positions; nil where they have none.
  func degrees(_ positions: [Coordinate]) throws -> [Coordinate?] {
    var converter = try PlaceConverter(
      from: reference, stated: stated, to: .datum(.wgs84), file: path)
    return positions.map { position in
      guard case .point(let moved)? = try? converter.convert(.point(position)) else { return nil }
      return moved
    }
  }

  /// The areas that are not valid, in order.
  func invalidAreas() throws -> [Invalid] {
    var found: [Invalid] = []
    for (area, row) in zip(areas, rows) {
      if row % 256 == 0 { try Interruption.check() }
      let (isValid, reason) = GeometryRepair.isValid(area)
      if !isValid { found.append(Invalid(row: row, reason: reason ?? "not valid")) }
    }
    return found
  }

  /// The column of a township's or county's code or name; nil if there is none.
  func column(_ meaning: String) -> Int? {
    for kind in ["townships", "counties"] {
      guard let column = Schema.kind(named: kind)?.columns.first(where: { $0.name == meaning })
      else { continue }
      if let index = fields.firstIndex(where: { column.matches(heading: $0.name) }) {
        return index
      }
    }
    return nil
  }

  private static func envelope(_ areas: [MultiPolygon]) -> Envelope {
    var envelope = Envelope.empty
    for area in areas { envelope.include(area.envelope) }
    return envelope
  }

  private static func checkPositions(
    _ areas: [MultiPolygon], _ rows: [Int], _ system: CoordinateSystem, _ path: String
  ) throws {
    for (area, row) in zip(areas, rows) {
      for position in area.polygons.lazy.flatMap(\.rings).joined() {
        guard position.isFinite else {
          throw CommandFailure(
            status: .badData, message: "a coordinate is no number", file: path, row: row,
            hint: "Draw the area again, or leave the row out.")
        }
        guard !system.isGeographic || (abs(position.x) <= 360 && abs(position.y) <= 90) else {
          throw CommandFailure(
            status: .badData,
            message: "\(position.x), \(position.y) is no longitude and latitude", file: path,
            row: row, hint: "Say with --from EPSG:n what the coordinates are in.")
        }
      }
    }
  }

  private static func notAreas(_ path: String, row: Int, _ geometry: Geometry) -> CommandFailure {
    let kind =
      switch geometry {
      case .point, .multiPoint: "a point"
      case .lines: "a line"
      case .area: "an area"
      }
    return CommandFailure(
      status: .badData, message: "areas are needed, and this is \(kind)", file: path, row: row,
      hint: "Choose the layer of areas with -l, or leave the row out.")
  }

  private static func noAreas(_ path: String, features: Int) -> CommandFailure {
    CommandFailure(
      status: .badData,
      message: features == 0
        ? "the layer has no features" : "the layer has no areas, features: \(features)",
      file: path, hint: "Choose the layer of areas with -l.")
  }
}
