import Foundation
import Testing

@testable import Geo

@Suite struct VectorWriterTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  static let fields = [
    FieldDefinition("name", .text), FieldDefinition("n", .integer), FieldDefinition("r", .real),
    FieldDefinition("b", .boolean), FieldDefinition("d", .date), FieldDefinition("at", .dateTime),
  ]

  static let values: [FieldValue] = [
    .text("甲's \"x\", y"), .integer(9_007_199_254_740_993), .real(0.1), .integer(1),
    .text("2018-11-23"), .text("2018-11-23T08:30:00Z"),
  ]

  @Test(arguments: ["gpkg", "geojson", "fgb", "sqlite"])
  func `what goes in comes out`(ending: String) throws {
    let path = folder.file("all." + ending)
    let ring = [Coordinate(0, 0), Coordinate(2, 0), Coordinate(2, 2), Coordinate(0, 0)]
    let written = [
      Feature(
        id: 1, values: VectorWriterTests.values,
        geometry: .area(MultiPolygon([Polygon(exterior: ring)]))),
      Feature(
        id: 2, values: Array(repeating: .null, count: 6),
        geometry: .area(MultiPolygon([Polygon(exterior: ring)]))),
    ]
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "areas", geometry: .area, crs: .wgs84, fields: VectorWriterTests.fields,
      options: ending == "fgb" ? ["SPATIAL_INDEX": "NO"] : [:])
    for feature in written { try writer.append(feature, to: "areas") }
    try writer.close()

    var reader = try VectorReader(path: path, layer: "areas")
    #expect(reader.crs == .wgs84)
    var fields = VectorWriterTests.fields
    if ending == "fgb" { fields[4].type = .text }
    #expect(reader.fields == fields)
    var read: [Feature] = []
    try reader.forEach { read.append($0) }
    #expect(read.map(\.values) == written.map(\.values))
    #expect(read.map(\.geometry) == written.map(\.geometry))
    #expect(try folder.entries == ["all." + ending])
  }

  @Test func `times keep what is known of their zone`() throws {
    let times = [
      "2018-11-23T08:30:00", "2018-11-23T08:30:00Z", "2018-11-23T08:30:00.250+08:00",
      "2018-11-23T08:30:00-03:30",
    ]
    let path = folder.file("times.gpkg")
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "t", geometry: .none, crs: nil, fields: [FieldDefinition("at", .dateTime)])
    for time in times { try writer.append(Feature(values: [.text(time)]), to: "t") }
    try writer.close()
    var reader = try VectorReader(path: path)
    var read: [FieldValue] = []
    try reader.forEach { read.append($0.values[0]) }
    #expect(read == times.map { .text($0) })
  }

  @Test func `a shapefile is written in UTF-8 and replaced whole`() throws {
    let path = folder.file("sites.shp")
    for round in 0..<2 {
      var writer = try VectorWriter(creating: path, overwrite: round == 1)
      try writer.createLayer(
        "sites", geometry: .point, crs: .wgs84, fields: [FieldDefinition("名称", .text)])
      try writer.append(
        Feature(values: [.text("石家庄\(round)")], geometry: .point(Coordinate(114.5, 38))),
        to: "sites")
      try writer.close()
    }
    var reader = try VectorReader(path: path)
    let site = try #require(try reader.next())
    #expect(reader.fields.map(\.name) == ["名称"])
    #expect(site.values == [.text("石家庄1")])
    #expect(site.geometry == .point(Coordinate(114.5, 38)))
    #expect(
      try folder.entries == ["sites.cpg", "sites.dbf", "sites.prj", "sites.shp", "sites.shx"])
  }

  @Test func `one line in GeoJSON is a LineString with seven decimals`() throws {
    let path = folder.file("route.geojson")
    var writer = try VectorWriter(creating: path)
    try writer.createLayer("route", geometry: .any, crs: .wgs84, fields: [])
    try writer.append(
      Feature(
        values: [], geometry: .lines([[Coordinate(116.123456789, 40), Coordinate(117, 40)]])),
      to: "route")
    try writer.close()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("\"LineString\""))
    #expect(text.contains("116.1234568"))
  }

  @Test func `CSV holds places in columns and dates in ISO form`() throws {
    let path = folder.file("list.csv")
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "list", geometry: .point, crs: .wgs84,
      fields: [FieldDefinition("code", .text), FieldDefinition("d", .date)])
    try writer.append(
      Feature(
        values: [.text("007"), .text("2018-11-03")], geometry: .point(Coordinate(116.5, 40))),
      to: "list")
    try writer.close()
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines == ["X,Y,code,d", "116.5,40.0,\"007\",2018-11-03"])
  }

  @Test func `a workbook is written and read with its headings and codes`() throws {
    let path = folder.file("book.xlsx")
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "名单", geometry: .none, crs: nil,
      fields: [FieldDefinition("2018", .text), FieldDefinition("代码", .text)])
    try writer.append(Feature(values: [.text("12"), .text("0130")]), to: "名单")
    try writer.close()
    var reader = try VectorReader(path: path, layer: "名单")
    #expect(reader.fields.map(\.name) == ["2018", "代码"])
    #expect(try reader.next()?.values == [.text("12"), .text("0130")])
    #expect(try reader.next() == nil)
  }

  @Test func `an existing file is replaced only if allowed`() throws {
    let path = try folder.write("there.gpkg", "precious")
    let error = #expect(throws: GDALError.self) { _ = try VectorWriter(creating: path) }
    #expect(error?.code == .alreadyExists)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
  }

  @Test func `a writer that is not closed leaves no trace`() throws {
    let path = try folder.write("there.gpkg", "precious")
    do {
      var writer = try VectorWriter(creating: path, overwrite: true)
      try writer.createLayer("p", geometry: .point, crs: .wgs84, fields: [])
      try writer.append(Feature(values: [], geometry: .point(Coordinate(1, 2))), to: "p")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
    #expect(try folder.entries == ["there.gpkg"])
  }

  @Test func `values that do not fit are refused by name`() throws {
    var writer = try VectorWriter(creating: folder.file("strict.gpkg"))
    try writer.createLayer("t", geometry: .point, crs: .wgs84, fields: VectorWriterTests.fields)
    let wrong: [(Int, FieldValue)] = [
      (1, .text("x")), (2, .text("1.5")), (3, .integer(2)), (4, .text("23.11.2018")),
      (5, .text("2018-11-23T25:61")), (1, .real(1.5)),
    ]
    for (index, value) in wrong {
      var values = VectorWriterTests.values
      values[index] = value
      do {
        try writer.append(Feature(values: values), to: "t")
        Issue.record("\(value) was accepted")
      } catch {
        #expect(error.code == .invalidValue)
        #expect(error.message.contains("field \(VectorWriterTests.fields[index].name)"))
      }
    }
    let nowhere = Feature(values: VectorWriterTests.values, geometry: .point(Coordinate(.nan, 1)))
    let error = #expect(throws: GDALError.self) { try writer.append(nowhere, to: "t") }
    #expect(error?.code == .invalidGeometry)
    let few = #expect(throws: GDALError.self) { try writer.append(Feature(values: []), to: "t") }
    #expect(few?.code == .invalidValue)
  }
}
