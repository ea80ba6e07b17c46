import Geo
import Terminal

/// The columns of polygons that points get, under names that are free.
struct JoinedColumns: Sendable, Hashable {
  /// Their names and types in the output.
  let fields: [FieldDefinition]
  /// Their places among the polygons' columns; nil is the polygon's number in its file.
  private let places: [Int?]

  /// Chooses columns by name, all if none are named; a name that points have gets the polygon
  /// layer's name before it.
  ///
  /// With distances there is one column more.
  init(
    _ names: [String], of layer: AreaLayer, besides taken: [String], withDistance: Bool = false
  ) throws {
    var places: [Int?] = []
    for name in names {
      guard let place = layer.fields.firstIndex(where: { $0.name == name }) else {
        throw Self.unknown(name, in: layer)
      }
      places.append(place)
    }
    if names.isEmpty { places = layer.fields.indices.map { $0 } }
    if places.isEmpty { places = [nil] }
    self.places = places
    var used = Set(taken.map { $0.lowercased() })
    let chosen = places.map { place in
      place.map { layer.fields[$0] } ?? FieldDefinition("polygon", .integer)
    }
    fields = (chosen + (withDistance ? [NearPolygon.column] : [])).map { field in
      var field = field
      if used.contains(field.name.lowercased()) { field.name = "\(layer.name)_\(field.name)" }
      let stem = field.name
      var number = 2
      while !used.insert(field.name.lowercased()).inserted {
        field.name = "\(stem)_\(number)"
        number += 1
      }
      return field
    }
  }

  /// The values that points in a polygon get; of none, all empty.
  func values(of area: Int?, in layer: AreaLayer) -> [FieldValue] {
    guard let area else { return places.map { _ in .null } }
    return places.map { place in
      place.map { layer.values[area][$0] } ?? .integer(Int64(area + 1))
    }
  }

  /// The same values spelt out, for every polygon.
  func texts(of layer: AreaLayer) -> [[String]] {
    layer.values.indices.map { values(of: $0, in: layer).map(\.text) }
  }

  private static func unknown(_ name: String, in layer: AreaLayer) -> CommandFailure {
    CommandFailure(
      status: .usage, message: "there is no column \"\(name)\"", file: layer.path,
      hint: "Columns: " + layer.fields.map(\.name).joined(separator: ", ") + ".")
  }
}
