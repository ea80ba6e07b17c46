import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct RecordedFactsTests {
  private let everything = Moment(secondsSince1970: 4_000_000_000)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `facts come back from their text as from the tables`(seed: UInt64) throws {
    let folder = try WorkspaceFolder()
    let workspace = try folder.workspace()
    var random = RandomFacts(seed: seed)
    // A second version of every fact, and of some a third in the same second.
    for (part, moment) in [(60, 1_560_000_000), (60, 1_560_000_000), (40, 1_570_000_000)] {
      let facts = random.facts(part)
      try workspace.write {
        try $0.append(
          facts, from: "random", importedAt: Moment(secondsSince1970: Int64(moment)))
      }
    }
    for moment in [everything, Moment(secondsSince1970: 1_538_000_000)] {
      let kept = try workspace.recordedFacts(asOf: moment)
      let objects = try workspace.auditRecord().objects
      let read = try ObjectFacts(objects: objects, manifest: kept.manifest).facts()
      let facts = try workspace.facts(asOf: moment)
      #expect(read.counties == facts.counties && read.townships == facts.townships)
      #expect(read.cells == facts.cells && read.cellShares == facts.cellShares)
      #expect(read.sites == facts.sites && read.alerts == facts.alerts)
      #expect(read.complaints == facts.complaints && read.anomalies == facts.anomalies)
      #expect(read.teams == facts.teams && read.visits == facts.visits)
      #expect(read.warnings == facts.warnings && read.orders == facts.orders)
      #expect(try workspace.manifestOfTables(asOf: moment) == kept.manifest)
    }
  }

  @Test func `values read back to the same bits`() {
    let values: [FieldValue] = [
      .null, .text(""), .text("a\tb\\n\n\r'"), .text("12"), .integer(.min), .integer(7),
      .real(0.1), .real(-0.0), .real(1), .real(.leastNonzeroMagnitude), .real(.infinity),
      .real(1e300),
    ]
    for value in values {
      let text = FactText.text(value)
      #expect(!text.utf8.contains(9) && !text.utf8.contains(10))
      #expect(FactText.value(Array(text.utf8)[...]) == value, "\(text)")
    }
    #expect(FactText.text(.real(-0.0)) != FactText.text(.real(0)))
    for text in ["x", "'a\\", "'\\x", "1.2.3"] {
      #expect(FactText.value(Array(text.utf8)[...]) == nil)
    }
  }

  /// The point is the example of PostGIS's ST_AsBinary for POINT(1 2) in NDR.
  @Test func `geometries read back to the same bits`() {
    var point: [UInt8] = []
    GeometryText.append(.point(Coordinate(1, 2)), to: &point)
    #expect(
      String(decoding: point, as: UTF8.self) == "0101000000000000000000f03f0000000000000040")
    let line = [Coordinate(0.1, 0.2), Coordinate(3, 4)]
    let ring = [Coordinate(0, 0), Coordinate(1, 0), Coordinate(1, 1), Coordinate(0, 0)]
    let geometries: [Geometry] = [
      .point(Coordinate(-0.0, 1e-300)), .multiPoint(line), .lines([line, line]),
      .area(MultiPolygon([Polygon(exterior: ring, holes: [ring]), Polygon(exterior: ring)])),
    ]
    for geometry in geometries {
      var text: [UInt8] = []
      GeometryText.append(geometry, to: &text)
      #expect(GeometryText.geometry(text[...]) == geometry)
      #expect(GeometryText.geometry(text.dropLast(2)) == nil)
      #expect(GeometryText.geometry((text + text)[...]) == nil)
    }
  }

  @Test func `a later list adds only what is new`() throws {
    let campaign = try AuditCampaign()
    let first = try campaign.workspace.recordedFacts(asOf: AuditCampaign.sealed)
    let noon = AuditCampaign.sealed.adding(seconds: 86_400)
    var facts = Facts()
    facts.visits = [
      Visit(
        id: "v1", siteID: "S130100-0-0", teamID: "130100-01", round: 14, visitedAt: noon,
        outcome: "none", knownAt: noon)
    ]
    try campaign.workspace.write { try $0.append(facts, from: "test", importedAt: noon) }
    let second = try campaign.workspace.recordedFacts(asOf: noon)
    #expect(Set(second.manifest.parts).subtracting(first.manifest.parts).map(\.table) == ["visits"])
    #expect(second.manifest.changed(since: first.manifest).isEmpty)
  }
}
