import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct SurroundingLayersTests {
  @Test func `every layer has a style, titles and its features`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/day.gpkg"
      try layers().write(to: path, overwrite: false)
      let styles = try rows("SELECT f_table_name, styleQML FROM layer_styles ORDER BY id", path)
      let names = [
        "townships", "cells", "sites", "complaints", "alerts", "bases", "routes", "targets",
      ]
      #expect(styles.map { $0[0] } == names.map(FieldValue.text))
      for style in styles {
        guard case .text(let qml) = style[1] else { Issue.record("no style"); continue }
        #expect(qml.contains("<alias field=") && qml.contains("categorizedSymbol"))
      }
      let titles = try rows(
        "SELECT DISTINCT table_name FROM gpkg_data_columns ORDER BY table_name", path)
      #expect(titles.map { $0[0] } == names.sorted().map(FieldValue.text))
      let uses = try rows(
        "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_schema'", path)
      #expect(uses.count == 2)
      let counts = try names.map { try rows("SELECT count(*) FROM \($0)", path)[0][0] }
      #expect(counts == [2, 1, 1, 1, 1, 1, 1, 2].map(FieldValue.integer))
      let covered = try rows("SELECT covered FROM townships ORDER BY code", path)
      #expect(covered.map { $0[0] } == [.text("yes"), .null])
    }
  }

  @Test func `a complaint's words stay out`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/day.gpkg"
      try layers().write(to: path, overwrite: false)
      var reader = try VectorReader(path: path, layer: "complaints")
      #expect(
        reader.fields.map(\.name) == ["id", "received_at", "types", "accepted", "verified"])
      let row = try #require(try reader.next())
      #expect(row.values[0] == .text("C1") && row.values[4] == .text("no"))
    }
  }

  private func layers() throws -> SurroundingLayers {
    var facts = Fixture.facts
    let ring = [(114.5, 38.0), (114.7, 38.0), (114.7, 38.2), (114.5, 38.2), (114.5, 38.0)]
    facts.townships[0].area = MultiPolygon([
      Polygon(exterior: ring.map { Coordinate($0.0, $0.1) })
    ])
    facts.cells = [
      Cell(
        id: "c1", place: CellID(column: 300, row: 1400), cityCodes: ["130100"], isHot: true,
        knownAt: Fixture.known)
    ]
    facts.sites = [
      Site(id: "a", name: "甲", position: Coordinate(114.52, 38.05), knownAt: Fixture.known),
      Site(id: "z", name: "远", position: Coordinate(100, 30), knownAt: Fixture.known),
    ]
    facts.complaints = [
      Complaint(
        id: "C1", receivedAt: Fixture.known, position: Coordinate(114.6, 38.1), target: "李四",
        text: "半夜冒烟 13812345678", verified: false, knownAt: Fixture.known)
    ]
    facts.alerts = [
      Alert(
        id: "A1", cellID: "c1", period: "2018-11", reason: "level", issuedAt: Fixture.known,
        knownAt: Fixture.known),
      Alert(
        id: "A2", cellID: "elsewhere", period: "2018-11", reason: "level",
        issuedAt: Fixture.known, knownAt: Fixture.known),
    ]
    return SurroundingLayers(
      routes: [try PlannedRouteTests.route()], facts: facts, covered: ["130102001": true],
      colours: PlannedRouteTests.colours)
  }

  private func rows(_ sql: String, _ path: String) throws -> [[FieldValue]] {
    var rows: [[FieldValue]] = []
    try VectorReader.forEachRow(of: sql, in: path) { rows.append($0.values) }
    return rows
  }
}
