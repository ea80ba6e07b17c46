import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct RejoinTests {
  private let folder: WorkspaceFolder
  private let workspace: Workspace
  private let known = Moment(secondsSince1970: 1_528_600_000)
  private let later = Moment(secondsSince1970: 1_545_600_000)

  init() throws {
    folder = try WorkspaceFolder()
    workspace = try folder.workspace()
  }

  private func square(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> MultiPolygon {
    MultiPolygon([
      Polygon(exterior: [
        Coordinate(x, y), Coordinate(x + width, y), Coordinate(x + width, y + height),
        Coordinate(x, y + height), Coordinate(x, y),
      ])
    ])
  }

  /// Two counties side by side, of Shijiazhuang and of Handan, each with two townships.
  private func boundaries() -> Facts {
    var facts = Facts()
    for (index, code) in ["130102", "130402"].enumerated() {
      let west = 114.5 + 0.1 * Double(index)
      facts.counties.append(
        CountyArea(
          code: code, name: "县\(index)", cityCode: code.prefix(4) + "00",
          area: square(west, 38, 0.1, 0.1), knownAt: known))
      for half in 0..<2 {
        facts.townships.append(
          Township(
            code: "\(code)10\(half)", name: "乡\(half)", countyCode: code, county: "",
            cityCode: "", source: "synthetic",
            area: square(west, 38 + 0.05 * Double(half), 0.1, 0.05), knownAt: known))
      }
    }
    return facts
  }

  private func add(_ facts: Facts) throws {
    try workspace.write {
      try $0.append(facts, from: "test", importedAt: later)
      try $0.rejoin()
    }
  }

  private func texts(_ sql: String) throws -> [[String]] {
    var reader = TableReader(dataset: workspace.layout.dataset)
    var rows: [[String]] = []
    try reader.forEachRow(of: sql) { row in
      rows.append(
        row.values.map { value in if case .text(let text) = value { text } else { "-" } })
    }
    return rows
  }

  @Test func `names and cities come to counties and townships by table`() throws {
    try add(boundaries())
    #expect(
      try texts("SELECT code, city FROM counties") == [["130102", "石家庄市"], ["130402", "邯郸市"]])
    #expect(
      try texts("SELECT county, city_code, city FROM townships WHERE code = '130402101'")
        == [["县1", "130400", "邯郸市"]])
    #expect(try workspace.facts(asOf: known).townships[0].cityCode == "130100")
  }

  @Test func `townships without their counties get names and cities from the table`() throws {
    var facts = boundaries()
    facts.counties = []
    try add(facts)
    #expect(
      try texts("SELECT DISTINCT county, city_code, city FROM townships")
        == [["长安区", "130100", "石家庄市"], ["邯山区", "130400", "邯郸市"]])
    #expect(try workspace.facts(asOf: later).cells.isEmpty)
  }

  @Test func `layers of different years meet in the code of 2018`() throws {
    var facts = boundaries()
    facts.counties[0].code = "130284"
    facts.townships[0].countyCode = "130223"
    try add(facts)
    #expect(try workspace.facts(asOf: later).townships[0].county == "县0")
  }

  @Test func `sites and complaints get the township and cell that hold them`() throws {
    var facts = boundaries()
    facts.sites = [
      Site(id: "in", name: "a", position: Coordinate(114.65, 38.02), knownAt: later),
      Site(id: "out", name: "b", position: Coordinate(115, 39), knownAt: later),
    ]
    facts.complaints = [
      Complaint(
        id: "c", receivedAt: later, position: Coordinate(114.55, 38.08), knownAt: later),
      Complaint(id: "d", receivedAt: later, position: nil, knownAt: later),
    ]
    try add(facts)
    var toPlane = try Transformer(from: .wgs84, to: .albersChina)
    let cell = EqualAreaGrid().cell(at: try toPlane.transform(Coordinate(114.65, 38.02)))
    #expect(
      try texts("SELECT township_code, cell_id FROM sites")
        == [["130402100", cell.description], ["-", "-"]])
    #expect(
      try texts("SELECT township_code FROM complaints") == [["130102101"], ["-"]])
    try workspace.write { try $0.writer.execute(sql: "UPDATE sites SET township_code = 'x'") }
    try workspace.write { try $0.rejoin() }
    #expect(try texts("SELECT township_code FROM sites") == [["130402100"], ["-"]])
  }

  @Test func `the grid covers the counties and shares add up`() throws {
    try add(boundaries())
    let facts = try workspace.facts(asOf: known)
    #expect(facts.cells.allSatisfy { $0.knownAt == known && $0.area.polygons.isEmpty })
    let both = facts.cells.filter { $0.cityCodes.count == 2 }
    #expect(!both.isEmpty && both.count < facts.cells.count)
    for township in facts.townships {
      let shares = facts.cellShares.filter { $0.townshipCode == township.code }
      #expect(abs(shares.reduce(0) { $0 + $1.shareOfTownship } - 1) < 1e-9)
    }
    // 0.2 by 0.1 degrees at 38 north are about 17.5 by 11.1 km.
    let area = facts.cellShares.reduce(0) { $0 + $1.shareOfCell * 9 }
    #expect(abs(area - 195) < 5)
    let drawn = try texts("SELECT id FROM cells WHERE geom IS NOT NULL")
    #expect(drawn.count == facts.cells.count)
  }

  @Test func `joining again changes nothing`() throws {
    try add(boundaries())
    let tables = ["counties", "townships", "cells", "cell_townships"]
    func state() throws -> [[[String]]] {
      try tables.map { try texts("SELECT * FROM \($0) ORDER BY fid") }
    }
    let before = try state()
    try workspace.write { try $0.rejoin() }
    #expect(try state() == before)
  }

  @Test func `a hot cell stays hot when its cities become known`() throws {
    var toPlane = try Transformer(from: .wgs84, to: .albersChina)
    let place = EqualAreaGrid().cell(at: try toPlane.transform(Coordinate(114.55, 38.05)))
    var facts = boundaries()
    facts.cells = [
      Cell(id: place.description, place: place, cityCodes: [], isHot: true, knownAt: later)
    ]
    try add(facts)
    let cells = try workspace.facts(asOf: later).cells.filter(\.isHot)
    #expect(cells.map(\.id) == [place.description])
    #expect(cells.first?.cityCodes == ["130100"])
    #expect(try workspace.facts(asOf: known).cells.contains { $0.isHot } == false)
  }

  @Test func `an official grid is left as it is`() throws {
    var facts = boundaries()
    facts.cells = [
      Cell(
        id: "HB-1", place: nil, cityCodes: ["130100"], isHot: true, officialID: "HB-1",
        area: square(114.5, 38, 0.03, 0.03), knownAt: known)
    ]
    facts.sites = [
      Site(id: "in", name: "a", position: Coordinate(114.51, 38.01), knownAt: later)
    ]
    try add(facts)
    #expect(try workspace.facts(asOf: later).cells == facts.cells)
    #expect(try texts("SELECT cell_id FROM sites") == [["HB-1"]])
  }

  @Test func `a township that moves takes its shares with it, and back again`() throws {
    try add(boundaries())
    let first = try workspace.facts(asOf: later)
    var moved = Facts()
    moved.townships = [boundaries().townships[0]]
    moved.townships[0].area = square(114.5, 38.05, 0.1, 0.05)
    moved.townships[0].knownAt = later
    try add(moved)
    let code = moved.townships[0].code
    let second = try workspace.facts(asOf: later)
    let shares = second.cellShares.filter { $0.townshipCode == code }
    #expect(abs(shares.reduce(0) { $0 + $1.shareOfTownship } - 1) < 1e-9)
    #expect(shares != first.cellShares.filter { $0.townshipCode == code })
    #expect(try workspace.facts(asOf: known).cellShares == first.cellShares)

    var back = Facts()
    back.townships = [boundaries().townships[0]]
    back.townships[0].knownAt = later
    try add(back)
    #expect(try workspace.facts(asOf: later).cellShares == first.cellShares)
  }
}
