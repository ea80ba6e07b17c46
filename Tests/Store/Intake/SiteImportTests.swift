import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

struct SiteImportTests {
  @Test func `Chinese headings and GB18030 text are understood`() throws {
    let fixture = try IntakeFixture()
    let text = "企业名称,统一社会信用代码,经度,纬度,行业类别\n华新水泥有限公司,91130100MA07XXXX1X,114.5,38.5,水泥\n"
    let path = try fixture.folder.file("sites.csv", bytes: gb18030(text))
    let report = try fixture.importFile("sites", path)
    #expect(report.read == 1 && report.new == 1 && report.rejected == 0)
    #expect(report.warnings.contains { $0.contains("GB18030") })
    let site = try #require(try fixture.facts().sites.first)
    #expect(site.name == "华新水泥有限公司")
    #expect(site.position == Coordinate(114.5, 38.5))
    #expect(site.creditCode == "91130100MA07XXXX1X")
  }

  @Test func `a byte order mark, quotes and CRLF do no harm`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "sites", "\u{FEFF}名称,经度,纬度\r\n\"a, \"\"b\"\"\",114.5,38.5\r\n")
    #expect(report.new == 1)
    #expect(try fixture.facts().sites.first?.name == "a, \"b\"")
  }

  @Test func `accepted and rejected add up to read, and rejects say where and why`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "sites",
      """
      id,name,lon,lat,kind
      1,good,114.5,38.5,企业
      2,no place,,,企业
      3,swapped,38.5,114.5,企业
      4,far away,104.06,30.67,企业
      5,not a number,NaN,38.5,企业
      6,unknown word,114.5,38.5,spaceship
      1,good,114.5,38.5,企业
      1,other,114.5,38.5,企业
      """)
    #expect(report.read == 8)
    #expect(report.new == 1 && report.same == 1 && report.rejected == 6)
    let file = try #require(report.rejectsFile)
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\r\n")
    #expect(lines.count == 7)
    #expect(lines.contains { $0.contains(",4,lon,\"38.5, 114.5\",longitude and latitude") })
    #expect(lines.contains { $0.contains(",7,kind,spaceship,\"unknown word") })
    #expect(lines.contains { $0.contains(",9,id,1,row 2 has the same identifier") })
    #expect(lines.contains { $0.contains("km outside the loaded counties") })
  }

  @Test func `the same file twice says the same twice, a changed record is a new version`() throws {
    let fixture = try IntakeFixture()
    let first = "name,lon,lat,status\na,114.5,38.5,停产\nb,114.6,38.5,停产\n"
    #expect(try fixture.importText("sites", first).new == 2)
    let again = try fixture.importText("sites", first, later: 60)
    #expect(again.same == 2 && again.new == 0 && again.updated == 0)
    let changed = try fixture.importText(
      "sites", "name,lon,lat,status\na,114.5,38.5,关闭\n", later: 120)
    #expect(changed.updated == 1)
    let facts = try fixture.facts()
    #expect(facts.sites.count == 2)
    #expect(facts.sites.first { $0.name == "a" }?.status == "closed")
    #expect(
      try fixture.workspace.facts(asOf: fixture.time.adding(seconds: 60)).sites
        .first { $0.name == "a" }?.status == "stopped")
  }

  @Test func `a trial leaves the workspace as it was`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText("sites", "name,lon,lat\na,114.5,38.5\nb,,\n") {
      $0.dryRun = true
    }
    #expect(report.isDryRun && report.new == 1 && report.rejected == 1)
    #expect(report.rejectsFile == nil)
    #expect(try fixture.facts().sites.isEmpty)
  }

  @Test func `coordinates that are all swapped are one clear error`() throws {
    let fixture = try IntakeFixture()
    let error = try #require(throws: StoreError.self) {
      try fixture.importText("sites", "名称,经度,纬度\na,38.5,114.5\nb,38.6,114.5\n")
    }
    #expect(error.code == .badData)
    #expect(error.nextStep.contains("--map 经度=lat,纬度=lon"))
    #expect(try fixture.facts().sites.isEmpty)
  }

  @Test func `metres where degrees are meant are one clear error`() throws {
    let fixture = try IntakeFixture()
    let error = try #require(throws: StoreError.self) {
      try fixture.importText("sites", "name,x,y\na,543210.5,4212345.1\n")
    }
    #expect(error.nextStep.contains("--datum EPSG:4547"))
  }

  @Test func `metres with a coordinate system named are brought to degrees`() throws {
    let fixture = try IntakeFixture()
    let system = try CoordinateSystem("EPSG:4547")
    var transformer = try Transformer(from: .wgs84, to: system)
    let given = try transformer.transform(Coordinate(114.5, 38.5))
    let report = try fixture.importText("sites", "name,x,y\na,\(given.x),\(given.y)\n") {
      $0.coordinateSystem = system
    }
    #expect(report.new == 1)
    let position = try #require(try fixture.facts().sites.first).position
    #expect(abs(position.x - 114.5) < 1e-8 && abs(position.y - 38.5) < 1e-8)
  }

  @Test func `a missing column is an error that names the next step`() throws {
    let fixture = try IntakeFixture()
    let error = try #require(throws: StoreError.self) {
      try fixture.importText("sites", "企业名,经度,纬度\na,114.5,38.5\n")
    }
    #expect(error.code == .badData)
    #expect(error.found?.contains("企业名") == true)
    #expect(error.nextStep.contains("--map 企业名=name"))
    let report = try fixture.importText("sites", "企业名,经度,纬度\na,114.5,38.5\n") {
      $0.columnMap = ["企业名": "name"]
    }
    #expect(report.new == 1)
  }

  @Test func `GCJ-02 is taken off when it is named`() throws {
    let fixture = try IntakeFixture()
    _ = try fixture.importText("sites", "name,lon,lat\na,114.520873542,38.043418879\n") {
      $0.datum = .gcj02
    }
    let position = try #require(try fixture.facts().sites.first).position
    #expect(abs(position.x - 114.5149) < 1e-6 && abs(position.y - 38.0428) < 1e-6)
  }

  @Test func `unknown kinds, missing files and empty files are told apart`() throws {
    let fixture = try IntakeFixture()
    #expect(throws: StoreError.self) { try fixture.importFile("site", "x.csv") }
    let missing = try #require(throws: StoreError.self) {
      try fixture.importFile("sites", fixture.folder.path + "/none.csv")
    }
    #expect(missing.code == .inputMissing)
    let empty = try #require(throws: StoreError.self) {
      try fixture.importText("sites", "name,lon,lat\n")
    }
    #expect(empty.code == .badData)
  }
}
