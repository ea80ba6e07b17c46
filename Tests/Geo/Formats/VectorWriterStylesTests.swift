import Foundation
import Geo
import Testing

@Suite struct VectorWriterStylesTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func make(_ path: String, styles: [(String, String)]) throws {
    var writer = try VectorWriter(creating: path)
    for layer in Set(styles.map(\.0)).sorted() {
      try writer.createLayer(
        layer, geometry: .point, crs: .wgs84, fields: [FieldDefinition("n", .integer)])
      try writer.append(
        Feature(values: [.integer(1)], geometry: .point(Coordinate(1, 2))), to: layer)
    }
    for (layer, name) in styles {
      try writer.keep(
        LayerStyle(name: name, description: "它's", qml: "<qgis a='\(name)'/>"), for: layer)
    }
    try writer.close()
  }

  /// Layer, style and whether it is the default.
  private func rows(_ path: String) throws -> [[FieldValue]] {
    var reader = try VectorReader(path: path, layer: "layer_styles")
    let columns = ["f_table_name", "f_geometry_column", "styleName", "useAsDefault", "update_time"]
    let places = columns.compactMap { name in reader.fields.firstIndex { $0.name == name } }
    var rows: [[FieldValue]] = []
    try reader.forEach { feature in rows.append(places.map { feature.values[$0] }) }
    return rows
  }

  @Test func `the last style of a layer is its default, and one of the same name is replaced`()
    throws
  {
    let path = folder.file("a.gpkg")
    try make(path, styles: [("a", "one"), ("b", "one"), ("a", "two"), ("a", "one")])
    let found = try rows(path)
    let time = FieldValue.text("1970-01-01T00:00:00Z")
    #expect(
      found == [
        [.text("b"), .text("geom"), .text("one"), .integer(1), time],
        [.text("a"), .text("geom"), .text("two"), .integer(0), time],
        [.text("a"), .text("geom"), .text("one"), .integer(1), time],
      ])
  }

  @Test func `the styles are no layer, and the first layer is the first of data`() throws {
    let path = folder.file("a.gpkg")
    try make(path, styles: [("z", "one")])
    #expect(try VectorReader.layers(path: path).map(\.name) == ["z"])
    let reader = try VectorReader(path: path)
    #expect(reader.layer == "z")
  }

  @Test func `a style can be added to a file`() throws {
    let path = folder.file("a.gpkg")
    try make(path, styles: [("z", "one")])
    var writer = try VectorWriter(updating: path)
    try writer.keep(LayerStyle(name: "two", description: "", qml: "<qgis/>"), for: "z")
    try writer.close()
    #expect(try rows(path).map { $0[2] } == [.text("one"), .text("two")])
  }

  @Test func `a style of no layer is an error`() throws {
    var writer = try VectorWriter(creating: folder.file("a.gpkg"))
    let error = #expect(throws: GDALError.self) {
      try writer.keep(LayerStyle(name: "s", description: "", qml: ""), for: "nowhere")
    }
    #expect(error?.code == .noSuchLayer)
  }

  @Test func `other formats keep none and do not mind`() throws {
    let path = folder.file("a.geojson")
    try make(path, styles: [("a", "one")])
    #expect(try VectorReader.layers(path: path).count == 1)
  }
}
