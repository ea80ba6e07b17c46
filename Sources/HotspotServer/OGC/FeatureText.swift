import Geo
import Publishing

/// Features of a layer as GeoJSON (RFC 7946), as one viewer may see them.
struct FeatureText {
  let view: LayerView

  /// A feature; `links` are its own, where it stands by itself.
  func json(_ row: Int, links: JSONText? = nil) -> JSONText {
    var members: [JSONText.Member] = [
      .init("type", .string("Feature")), .init("id", .integer(row + 1)),
      .init("geometry", view.layer.geometries[row].map(Self.geometry) ?? .null),
      .init("properties", properties(row)),
    ]
    if let links { members.append(.init("links", links)) }
    return .object(members)
  }

  /// A feature's properties, in the order of the layer's fields.
  func properties(_ row: Int) -> JSONText {
    .object(
      view.layer.fields.indices.map { field in
        .init(view.layer.fields[field].key, value(row, field))
      })
  }

  private func value(_ row: Int, _ field: Int) -> JSONText {
    switch view.value(row, field) {
    case .null: .null
    case .text(let text): .string(text)
    case .integer(let number):
      view.layer.fields[field].type == .boolean ? .bool(number != 0) : .integer(Int(number))
    case .real(let number): .number(number)
    }
  }

  /// A geometry with positions of seven decimals, about a centimetre.
  static func geometry(_ geometry: Geometry) -> JSONText {
    func object(_ type: String, _ coordinates: JSONText) -> JSONText {
      .object([.init("type", .string(type)), .init("coordinates", coordinates)])
    }
    switch geometry {
    case .point(let point): return object("Point", position(point))
    case .multiPoint(let points): return object("MultiPoint", line(points))
    case .lines(let lines):
      return lines.count == 1
        ? object("LineString", line(lines[0])) : object("MultiLineString", .array(lines.map(line)))
    case .area(let area):
      return area.polygons.count == 1
        ? object("Polygon", rings(area.polygons[0]))
        : object("MultiPolygon", .array(area.polygons.map(rings)))
    }
  }

  private static func rings(_ polygon: Polygon) -> JSONText { .array(polygon.rings.map(line)) }

  private static func line(_ coordinates: [Coordinate]) -> JSONText {
    .array(coordinates.map(position))
  }

  private static func position(_ coordinate: Coordinate) -> JSONText {
    .array([.decimal(coordinate.x, places: 7), .decimal(coordinate.y, places: 7)])
  }
}
