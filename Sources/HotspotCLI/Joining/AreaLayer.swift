import Geo
import Terminal

/// A layer of polygons, ready to say which of them holds a point.
struct AreaLayer: Sendable {
  /// The file.
  let path: String
  /// The layer's name.
  let name: String
  /// The columns of the polygons.
  let fields: [FieldDefinition]
  /// The values of each polygon, in the order of the file.
  let values: [[FieldValue]]
  /// What the coordinates are in; nil if neither the file nor the user says.
  let reference: PlaceReference?
  /// Numbers polygons in the order of the file.
  let index: PolygonIndex
  /// What is odd about the layer.
  let warnings: [String]

  /// Reads a layer of polygons, the first if none is named.
  ///
  /// Throws if there are none, or if a feature is a point or a line. `expecting` is about how many
  /// points will be looked up, if that is known.
  init(
    reading path: String, layer: String?, reference: PlaceReference?, expecting points: Int? = nil
  ) throws {
    var reader = try VectorReader(path: path, layer: layer)
    guard [.area, .any].contains(reader.geometryKind) else {
      throw Self.noPolygons(path, found: reader.geometryKind.rawValue)
    }
    var areas: [MultiPolygon] = []
    var values: [[FieldValue]] = []
    var empty = 0
    while let feature = try reader.next() {
      switch feature.geometry {
      case .area(let area): areas.append(area)
      case nil:
        areas.append(MultiPolygon())
        empty += 1
      default: throw Self.noPolygons(path, found: "another geometry", row: areas.count + 1)
      }
      values.append(feature.values)
    }
    guard areas.count > empty else { throw Self.noPolygons(path, found: "nothing") }
    self.path = path
    name = reader.layer
    fields = reader.fields
    self.values = values
    self.reference = reference ?? reader.crs.map { .system($0) }
    index = try Self.index(areas, path, expecting: points)
    warnings =
      reader.warnings + (empty > 0 ? ["\(path): \(empty) features have no polygon"] : [])
  }

  /// The nearest polygon of a point and how many metres its border is away, 0 within; nil if none
  /// is near enough.
  func nearest(_ position: Coordinate, within limit: Double) -> NearPolygon? {
    if reference?.isGeographic ?? false {
      return index.nearestOnGround(position, within: limit).map {
        NearPolygon($0.index, $0.distance)
      }
    }
    let metresPerUnit = reference?.outputSystem?.metresPerUnit ?? 1
    return index.nearest(position, within: limit / metresPerUnit).map {
      NearPolygon($0.index, $0.distance * metresPerUnit)
    }
  }

  private static func index(
    _ areas: [MultiPolygon], _ path: String, expecting points: Int?
  ) throws -> PolygonIndex {
    do {
      return try PolygonIndex(areas, expecting: points)
    } catch {
      let row: Int? =
        switch error {
        case .notFinite(let area), .tooLarge(let area): area + 1
        default: nil
        }
      throw CommandFailure(
        status: .badData, message: error.description, file: path, row: row)
    }
  }

  private static func noPolygons(
    _ path: String, found: String, row: Int? = nil
  ) -> CommandFailure {
    CommandFailure(
      status: .badData, message: "polygons are needed, found \(found)", file: path, row: row,
      hint: "Points come first, then polygons; name another layer with --polygons-layer.")
  }
}

/// A polygon near a point.
struct NearPolygon: Sendable, Hashable {
  /// Its number in the file, from 0.
  let area: Int
  /// Metres from its border; 0 for a point in it.
  let metres: Double

  init(_ area: Int, _ metres: Double) {
    self.area = area
    self.metres = metres
  }

  /// The column that holds the distance.
  static let column = FieldDefinition("distance_m", .real)

  /// The distance to the centimetre.
  var value: FieldValue { .real((metres * 100).rounded() / 100) }
}
