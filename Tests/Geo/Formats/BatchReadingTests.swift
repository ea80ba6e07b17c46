import Foundation
import Geo
import Testing

@Suite struct BatchReadingTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private let square = Geometry.area(
    MultiPolygon([
      Polygon(exterior: [
        Coordinate(0, 0), Coordinate(2, 0), Coordinate(2, 2), Coordinate(0, 2), Coordinate(0, 0),
      ])
    ]))

  /// Features with everything that columns may lack.
  private func features(
    count: Int, geometry kind: GeometryKind, hasGaps: Bool
  ) -> [Feature] {
    (0..<count).map { row in
      let place = Coordinate(110 + Double(row) / 1000, 35.123456789)
      let geometry: Geometry = kind == .area ? square : .point(place)
      return Feature(
        values: [
          row % 5 == 0 ? .null : .text("厂\(row)"),
          row % 7 == 0 ? .null : .integer(Int64(row) << 33),
          row % 3 == 0 ? .null : .real(Double(row) / 7),
          row % 11 == 0 ? .text("") : .text("0\(row)"),
        ], geometry: row % 13 == 0 && hasGaps ? nil : geometry)
    }
  }

  private let fields = [
    FieldDefinition("名称", .text), FieldDefinition("n", .integer), FieldDefinition("r", .real),
    FieldDefinition("code", .text),
  ]

  /// GeoPackage and FlatGeobuf hand out columns, GeoJSON does not.
  @Test(arguments: ["gpkg", "fgb", "geojson"], [GeometryKind.point, .area])
  func `batches give what one feature after the other gives`(
    ending: String, kind: GeometryKind
  ) throws {
    let path = folder.file("in." + ending)
    var writer = try VectorWriter(creating: path)
    try writer.createLayer("sites", geometry: kind, crs: .wgs84, fields: fields)
    // FlatGeobuf drops features without a geometry.
    for feature in features(count: 20_000, geometry: kind, hasGaps: ending != "fgb") {
      try writer.append(feature, to: "sites")
    }
    try writer.close()
    var one = try VectorReader(path: path)
    var expected: [Feature] = []
    try one.forEach { expected.append($0) }
    var many = try VectorReader(path: path)
    var found: [Feature] = []
    while true {
      let batch = try many.nextBatch()
      if batch.isEmpty { break }
      #expect(batch.count <= 1 << 13)
      found += batch
    }
    #expect(found.count == 20_000)
    #expect(found == expected)
  }

  @Test func `dates and lists keep their form in batches`() throws {
    let path = folder.file("dates.gpkg")
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "days", geometry: .none, crs: nil,
      fields: [FieldDefinition("day", .date), FieldDefinition("at", .dateTime)])
    let values: [FieldValue] = [.text("2018-11-23"), .text("2018-11-23T08:00:00+08:00")]
    try writer.append(Feature(values: values), to: "days")
    try writer.close()
    var one = try VectorReader(path: path)
    var many = try VectorReader(path: path)
    #expect(try many.nextBatch() == [try #require(try one.next())])
    #expect(try many.nextBatch().isEmpty)
  }
}
