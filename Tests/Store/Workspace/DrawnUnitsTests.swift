import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct DrawnUnitsTests {
  private let early = Moment(secondsSince1970: 1_540_000_000)
  private let late = Moment(secondsSince1970: 1_541_000_000)

  /// A row of a table with some of its columns.
  private func record(_ table: TableSchema, _ values: [String: FieldValue]) -> Record {
    Record(values: table.columns.map { values[$0.name] ?? .null }, knownAt: early)
  }

  @Test func `without draws on record, stops drawn by lot stand for them`() throws {
    let folder = try WorkspaceFolder()
    let workspace = try folder.workspace()
    #expect(try workspace.drawnUnits(asOf: late).isEmpty)
    let plans = try #require(Schema.table(named: "plans"))
    let stops = try #require(Schema.table(named: "stops"))
    func stop(_ id: String, _ site: String, _ basis: String, _ chance: Double?) -> Record {
      record(
        stops,
        [
          "id": .text(id), "plan_id": .text("p"), "site_id": .text(site), "basis": .text(basis),
          "inclusion_probability": chance.map { .real($0) } ?? .null,
        ])
    }
    try workspace.write { transaction in
      try transaction.append(
        [
          record(
            plans, ["id": .text("p"), "round": .integer(14), "made_as_of": .moment(early)])
        ], to: plans, from: "test", importedAt: late)
      try transaction.append(
        [
          stop("1", "a", "random", 0.2), stop("2", "b", "risk", 0.9), stop("3", "c", "random", nil),
          stop("4", "d", "random", 0.4),
        ], to: stops, from: "test", importedAt: late)
    }
    let units = try workspace.drawnUnits(asOf: late)
    #expect(units.map(\.siteID) == ["a", "d"])
    #expect(units.map(\.probability) == [0.2, 0.4])
    #expect(units.allSatisfy { $0.round == 14 && $0.drawnAsOf == early })
    #expect(try workspace.drawnUnits(asOf: early.adding(seconds: -1)).isEmpty)
  }
}
