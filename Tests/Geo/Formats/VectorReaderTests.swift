import Foundation
import Testing

@testable import Geo

@Suite struct VectorReaderTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func `codes of a CSV file stay text`() throws {
    let path = try folder.write("codes.csv", "code,2018,name\n001,7,井陉县\n,8,\n")
    var reader = try VectorReader(path: path)
    #expect(
      reader.fields == [
        FieldDefinition("code", .text), FieldDefinition("2018", .text),
        FieldDefinition("name", .text),
      ])
    #expect(try reader.next()?.values == [.text("001"), .text("7"), .text("井陉县")])
    #expect(try reader.next()?.values == [.null, .text("8"), .null])
    #expect(try reader.next() == nil)
    #expect(reader.decodedAsGB18030 == 0)
    #expect(reader.driver == "CSV")
    #expect(reader.crs == nil)
  }

  @Test func `a byte order mark is no part of the first heading`() throws {
    let path = try folder.write("bom.csv", "\u{FEFF}经度,纬度\n116.1,39.9\n")
    #expect(try VectorReader(path: path).fields.map(\.name) == ["经度", "纬度"])
  }

  @Test func `GB18030 is told from UTF-8 and counted, headings too`() throws {
    let path = try folder.write("gbk.csv", "名称,code\n石家庄市,01\nplain,02\n䶮,03\n".gb18030)
    var reader = try VectorReader(path: path)
    #expect(reader.fields.map(\.name) == ["名称", "code"])
    #expect(try reader.next()?.values.first == .text("石家庄市"))
    #expect(try reader.next()?.values.first == .text("plain"))
    #expect(try reader.next()?.values.first == .text("䶮"))
    #expect(reader.decodedAsGB18030 == 3)
  }

  @Test func `a named encoding is used where bytes are not plain`() throws {
    let path = try folder.write(
      "latin.csv", Data([0x61, 0x2C, 0x62, 0x0A, 0xE9, 0x2C, 0x31, 0x0A]))
    var reader = try VectorReader(path: path, encoding: "ISO-8859-1")
    #expect(try reader.next()?.values == [.text("é"), .text("1")])
    #expect(throws: GDALError.self) { _ = try VectorReader(path: path, encoding: "KLINGON") }
  }

  @Test func `delimited text needs no csv ending`() throws {
    let path = try folder.write("list.txt", "a\tb\n1\t2\n")
    var reader = try VectorReader(path: path)
    #expect(try reader.next()?.values == [.text("1"), .text("2")])
  }

  @Test func `GeoJSON brings types, places and its system`() throws {
    let path = try folder.write(
      "some.geojson",
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":7,"properties":{"n":3,"r":1.5,"b":true,"t":"x","d":"2018-11-23",
       "at":"2018-11-23T08:00:00+08:00","list":["a","b"]},
       "geometry":{"type":"Point","coordinates":[116,40,3]}},
      {"type":"Feature","id":8,"properties":{"n":null},
       "geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,0]]]}}]}
      """)
    var reader = try VectorReader(path: path)
    #expect(reader.crs == .wgs84)
    #expect(reader.geometryKind == .any)
    #expect(
      reader.fields.map(\.type) == [.integer, .real, .boolean, .text, .date, .dateTime, .text])
    let first = try #require(try reader.next())
    #expect(first.id == 7)
    #expect(first.geometry == .point(Coordinate(116, 40)))
    #expect(
      first.values == [
        .integer(3), .real(1.5), .integer(1), .text("x"), .text("2018-11-23"),
        .text("2018-11-23T08:00:00+08:00"), .text("a;b"),
      ])
    let second = try #require(try reader.next())
    #expect(second.values.allSatisfy { $0 == .null })
    let ring = [Coordinate(0, 0), Coordinate(2, 0), Coordinate(2, 2), Coordinate(0, 0)]
    #expect(second.geometry == .area(MultiPolygon([Polygon(exterior: ring)])))
  }

  @Test func `KML is read`() throws {
    let path = try folder.write(
      "a.kml",
      """
      <?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
      <Folder><name>甲</name><Placemark><name>p</name>
      <Point><coordinates>116,40,0</coordinates></Point></Placemark></Folder></Document></kml>
      """)
    var reader = try VectorReader(path: path)
    #expect(reader.layer == "甲")
    #expect(try reader.next()?.geometry == .point(Coordinate(116, 40)))
  }

  @Test func `relations of an OpenStreetMap file are areas`() throws {
    let path = try folder.write("a.osm", osm)
    var reader = try VectorReader(path: path, layer: "multipolygons")
    let name = try #require(reader.fields.firstIndex { $0.name == "name" })
    let level = try #require(reader.fields.firstIndex { $0.name == "admin_level" })
    let county = try #require(try reader.next())
    #expect(county.values[name] == .text("岐山县"))
    #expect(county.values[level] == .text("6"))
    guard case .area(let area) = county.geometry else {
      Issue.record("no area")
      return
    }
    #expect(area.polygons.count == 1)
    #expect(try reader.next() == nil)
  }

  @Test func `filters keep what they should`() throws {
    let path = folder.file("points.gpkg")
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "p", geometry: .point, crs: .wgs84, fields: [FieldDefinition("n", .integer)])
    for n in 0..<10 {
      try writer.append(
        Feature(values: [.integer(Int64(n))], geometry: .point(Coordinate(Double(n), 0))),
        to: "p")
    }
    try writer.close()
    var reader = try VectorReader(path: path, layer: "p")
    #expect(try reader.featureCount() == 10)
    try reader.setAttributeFilter("n >= 4")
    #expect(try reader.featureCount() == 6)
    reader.setSpatialFilter(Envelope(minX: 2.5, minY: -1, maxX: 5.5, maxY: 1))
    #expect(try reader.featureCount() == 2)
    #expect(try reader.next()?.values == [.integer(4)])
    try reader.setAttributeFilter(nil)
    reader.setSpatialFilter(nil)
    var count = 0
    try reader.forEach { _ in count += 1 }
    #expect(count == 10)
    #expect(throws: GDALError.self) { try reader.setAttributeFilter("nothing like = sql(") }
  }

  @Test func `layers are listed without reading them`() throws {
    let path = folder.file("two.gpkg")
    var writer = try VectorWriter(creating: path)
    try writer.createLayer("points", geometry: .point, crs: .wgs84, fields: [])
    try writer.createLayer("表", geometry: .none, crs: nil, fields: [FieldDefinition("a", .text)])
    try writer.append(Feature(values: [.text("x")]), to: "表")
    try writer.close()
    #expect(
      try VectorReader.layers(path: path) == [
        LayerSummary(name: "points", geometryKind: .point, featureCount: 0),
        LayerSummary(name: "表", geometryKind: .none, featureCount: 1),
      ])
    #expect(try VectorReader(path: path).layer == "points")
  }

  let osm = """
    <osm version="0.6">
    <node id="1" lat="34" lon="107"/><node id="2" lat="34" lon="108"/>
    <node id="3" lat="35" lon="108"/><node id="4" lat="35" lon="107"/>
    <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
    <way id="2"><nd ref="3"/><nd ref="4"/><nd ref="1"/></way>
    <relation id="1"><member type="way" ref="1" role="outer"/>
    <member type="way" ref="2" role="outer"/><tag k="type" v="boundary"/>
    <tag k="boundary" v="administrative"/><tag k="admin_level" v="6"/>
    <tag k="name" v="岐山县"/></relation></osm>
    """
}
