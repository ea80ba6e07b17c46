import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

struct CellImportTests {
  /// A workspace with a county of 12 km that was imported, so that the grid is there.
  private func fixtureWithGrid() throws -> IntakeFixture {
    let fixture = try IntakeFixture(countyAround: false)
    let file = try fixture.folder.file(
      "c.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"adcode":"130102","name":"长安区"},"geometry":{"type":"Polygon","coordinates":
      [[[114.5,38],[114.6,38],[114.6,38.1],[114.5,38.1],[114.5,38]]]}}]}
      """)
    _ = try fixture.importFile("counties", file)
    return fixture
  }

  @Test func `hot cells are named by identifier or by position`() throws {
    let fixture = try fixtureWithGrid()
    let cells = try fixture.facts().cells
    let first = try #require(cells.first)
    let text = "网格编号,官方编号,经度,纬度\n\(first.id),H1,,\n,H2,114.55,38.05\nX9,,,\n"
    let report = try fixture.importText("cells", text, later: 60)
    #expect(report.read == 3 && report.updated == 2 && report.rejected == 1)
    let hot = try fixture.facts().cells.filter(\.isHot)
    #expect(hot.count == 2)
    #expect(Set(hot.compactMap(\.officialID)) == ["H1", "H2"])
    #expect(try fixture.facts().cells.count == cells.count)
    let again = try fixture.importText("cells", text, later: 120)
    #expect(again.same == 2)

    let alerts = try fixture.importText(
      "alerts", "网格编号,经度,纬度,月份,原因\nH1,,,2018-11,同比\n,114.55,38.05,2018-11,环比\n,10,10,2018-11,环比\n",
      later: 180)
    #expect(alerts.new == 2 && alerts.rejected == 1)
    let named = try fixture.facts().alerts.map(\.cellID)
    #expect(Set(named) == Set(hot.map(\.id)))
  }

  @Test func `an official grid keeps its identifiers`() throws {
    let fixture = try IntakeFixture()
    let file = try fixture.folder.file(
      "grid.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
      "properties":{"网格编号":"SJZ-0001","热点":"是"},"geometry":{"type":"Polygon","coordinates":
      [[[114.5,38],[114.53,38],[114.53,38.03],[114.5,38.03],[114.5,38]]]}}]}
      """)
    let report = try fixture.importFile("cells", file)
    #expect(report.new == 1)
    let cell = try #require(try fixture.facts().cells.first { $0.id == "SJZ-0001" })
    #expect(cell.isHot && cell.place == nil && cell.cityCodes == ["130100"])
    #expect(!cell.area.polygons.isEmpty)
  }
}
