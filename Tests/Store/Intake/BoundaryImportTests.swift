import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

struct BoundaryImportTests {
  /// GeoJSON of squares with properties.
  private func squares(_ features: [(String, Double, Double, Double, Double)]) -> String {
    let list = features.map { properties, west, south, east, north in
      """
      {"type":"Feature","properties":{\(properties)},"geometry":{"type":"Polygon","coordinates":
      [[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],\
      [\(west),\(south)]]]}}
      """
    }
    return #"{"type":"FeatureCollection","features":["# + list.joined(separator: ",") + "]}"
  }

  @Test func `counties take their city by table and others are left out`() throws {
    let fixture = try IntakeFixture(countyAround: false)
    let file = try fixture.folder.file(
      "c.geojson",
      squares([
        (#""adcode":419001,"name":"济源市""#, 112, 35, 112.5, 35.5),
        (#""adcode":130284,"name":"滦州市""#, 118, 39, 118.5, 39.5),
        (#""adcode":510104,"name":"锦江区""#, 104, 30, 104.1, 30.1),
        (#""adcode":110101,"name":"东城区""#, 118.4, 39, 118.9, 39.5),
      ]))
    let report = try fixture.importFile("counties", file)
    #expect(report.read == 4 && report.new == 3 && report.rejected == 1)
    #expect(report.examples.first?.reason.contains("39 inspected cities") == true)
    let facts = try fixture.facts()
    #expect(facts.counties.map(\.cityCode) == ["110000", "130200", "410800"])
    #expect(report.warnings.contains { $0.hasPrefix("1 counties have codes of another year") })
    #expect(report.warnings.contains { $0.contains("overlap") && $0.contains("东城区") })
    #expect(!facts.cells.isEmpty)
  }

  @Test func `a border that crosses itself is mended and told`() throws {
    let fixture = try IntakeFixture(countyAround: false)
    let file = try fixture.folder.file(
      "c.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"adcode":"130102","name":"长安区"},"geometry":{"type":"Polygon","coordinates":
      [[[114,38],[115,39],[115,38],[114,39],[114,38]]]}}]}
      """)
    let report = try fixture.importFile("counties", file)
    #expect(report.new == 1 && report.repaired == 1)
    #expect(report.warnings.contains { $0.contains("mended: 130102 长安区") })
    let county = try #require(try fixture.facts().counties.first)
    #expect(GeometryRepair.isValid(county.area).isValid)
    #expect(county.area.polygons.count == 2)
  }

  @Test func `townships without code or county are told`() throws {
    let fixture = try IntakeFixture()
    let file = try fixture.folder.file(
      "t.geojson",
      squares([
        (#""code":"130102100","name":"甲镇""#, 114, 38, 114.5, 38.5),
        (#""code":"","name":"乙镇""#, 114.5, 38, 115, 38.5),
        (#""code":"510104001","name":"丙街道""#, 104, 30, 104.1, 30.1),
        (#""code":"130102100","name":"丁镇""#, 114, 38.5, 114.5, 39),
      ]))
    let report = try fixture.importFile("townships", file)
    #expect(report.read == 4 && report.new == 2 && report.rejected == 2)
    let townships = try fixture.facts().townships
    #expect(townships.map(\.code) == ["130102-乙镇", "130102100"])
    #expect(townships.allSatisfy { $0.cityCode == "130100" && $0.source == "official" })
  }

  @Test func `seats divide their county and say so`() throws {
    let fixture = try IntakeFixture()
    let report = try fixture.importText(
      "townships",
      "乡镇代码,乡镇,经度,纬度\n130102100,甲镇,114.2,38.5\n130102101,乙镇,114.8,38.5\n130102102,丙镇,,\n")
    #expect(report.read == 3 && report.new == 2 && report.rejected == 1)
    let facts = try fixture.facts()
    #expect(facts.townships.allSatisfy { $0.source == "derived" })
    let divided = facts.townships.reduce(0) { $0 + Geodesic.area($1.area) }
    let whole = Geodesic.area(try #require(facts.counties.first).area)
    #expect(abs(divided - whole) < 1e-3 * whole)
  }

  @Test func `points where areas are needed are one clear error`() throws {
    let fixture = try IntakeFixture()
    let error = try #require(throws: StoreError.self) {
      try fixture.importText("counties", "code,name,lon,lat\n130102,长安区,114,38\n")
    }
    #expect(error.code == .badData && error.expected == "areas")
  }

  @Test func `borders of OpenStreetMap load by name and place`() throws {
    let fixture = try IntakeFixture(countyAround: false)
    let file = try fixture.folder.file(
      "extract.osm",
      """
      <osm version="0.6">
      <node id="1" lat="38.0" lon="114.5"/><node id="2" lat="38.0" lon="114.6"/>
      <node id="3" lat="38.1" lon="114.6"/><node id="4" lat="38.1" lon="114.5"/>
      <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/></way>
      <relation id="100"><member type="way" ref="10" role="outer"/>
      <tag k="type" v="boundary"/><tag k="boundary" v="administrative"/>
      <tag k="admin_level" v="6"/><tag k="name" v="桥西区"/></relation>
      <relation id="101"><member type="way" ref="10" role="outer"/>
      <tag k="type" v="boundary"/><tag k="boundary" v="administrative"/>
      <tag k="admin_level" v="8"/><tag k="name" v="某街道"/></relation>
      </osm>
      """)
    let counties = try fixture.importFile("counties", file)
    #expect(counties.read == 1 && counties.new == 1)
    #expect(try fixture.facts().counties.first?.code == "130104")
    let townships = try fixture.importFile("townships", file, later: 1)
    #expect(townships.read == 1 && townships.new == 1)
    #expect(try fixture.facts().townships.first?.code == "130104-某街道")
  }
}
