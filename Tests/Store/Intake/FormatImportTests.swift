import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

struct FormatImportTests {
  private let fields = [
    FieldDefinition("企业名称", .text), FieldDefinition("经度", .real),
    FieldDefinition("纬度", .real), FieldDefinition("县代码", .integer),
  ]

  @Test func `a workbook is read with its first row as headings and rows as the sheet counts`()
    throws
  {
    let fixture = try IntakeFixture()
    let path = fixture.folder.path + "/sites.xlsx"
    var writer = try VectorWriter(creating: path)
    try writer.createLayer("企业", geometry: .none, crs: nil, fields: fields)
    for row in [
      [FieldValue.text("甲厂"), .real(114.5), .real(38.5), .integer(130102)],
      [.text("乙厂"), .real(200), .real(38.5), .integer(130102)],
    ] {
      try writer.append(Feature(values: row), to: "企业")
    }
    try writer.close()
    let report = try fixture.importFile("sites", path)
    #expect(report.new == 1 && report.rejected == 1)
    #expect(report.examples.first?.row == 3)
    let site = try #require(try fixture.facts().sites.first)
    #expect(site.name == "甲厂" && site.countyCode == "130102")
  }

  @Test(arguments: ["GBK", "UTF-8"])
  func `a shapefile is read in either encoding`(encoding: String) throws {
    let fixture = try IntakeFixture()
    let path = fixture.folder.path + "/sites.shp"
    var writer = try VectorWriter(creating: path)
    try writer.createLayer(
      "sites", geometry: .point, crs: .wgs84, fields: [FieldDefinition("名称", .text)],
      options: ["ENCODING": encoding])
    try writer.append(
      Feature(values: [.text("石家庄水泥厂")], geometry: .point(Coordinate(114.5, 38.5))),
      to: "sites")
    try writer.close()
    let report = try fixture.importFile("sites", path)
    #expect(report.new == 1)
    #expect(try fixture.facts().sites.first?.name == "石家庄水泥厂")
  }

  @Test func `a file that is cut off leaves the workspace as it was`() throws {
    let fixture = try IntakeFixture()
    let whole = """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a"},
      "geometry":{"type":"Point","coordinates":[114.5,38.5]}},{"type":"Feature","proper
      """
    let path = try fixture.folder.file("sites.geojson", whole)
    let error = try #require(throws: StoreError.self) { try fixture.importFile("sites", path) }
    #expect(error.code == .badData)
    #expect(try fixture.facts().sites.isEmpty)
  }

  @Test func `a quoted value over two lines moves the line numbers on`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "sites", "name,lon,lat\n\"two\nlines\",114.5,38.5\nbad,x,38.5\n")
    #expect(report.examples.first?.row == 4)
  }
}
