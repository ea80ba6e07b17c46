import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

/// A workspace with two sites and two teams to import visits into; the file's moment is a day of
/// round 13, 2018-12-15 at nine.
struct VisitFixture {
  let fixture: IntakeFixture

  init() throws {
    fixture = try IntakeFixture()
    _ = try fixture.importText(
      "sites",
      "编号,名称,督查内容,经度,纬度\nS1,甲厂,扬尘,114.5,38.5\nS2,乙厂,扬尘,114.52,38.5\nS3,远厂,,114.9,38.5\n")
    _ = try fixture.importText(
      "teams", "督查组编号,督查组,城市代码,经度,纬度\nT1,一组,130100,114.5,38.5\nT2,二组,130100,114.5,38.5\n")
  }

  static let heading =
    "id,site_id,name,team_id,visited_at,outcome,type,severity,confirmed_by,photos,record,note,lon,lat,"
    + "round,state,handed_over_at,deadline,stop_id\n"

  /// Imports rows that name their values by column.
  @discardableResult func visits(
    _ rows: [[String: String]], later seconds: Int = 10,
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportReport {
    let columns = Self.heading.dropLast().split(separator: ",").map(String.init)
    let lines = rows.map { row in columns.map { row[$0] ?? "" }.joined(separator: ",") }
    return try fixture.importText(
      "visits", Self.heading + lines.joined(separator: "\n") + "\n", later: seconds, change)
  }

  /// A row of a usual visit, changed.
  static func row(_ change: [String: String] = [:]) -> [String: String] {
    ["site_id": "S1", "team_id": "T1", "visited_at": "2018-12-14 10:00", "outcome": "none"]
      .merging(change) { $1 }
  }

  func reports() throws -> [VisitReport] {
    try fixture.workspace.visitReports(asOf: fixture.time.adding(seconds: 86_400))
  }

  func problems() throws -> [FoundProblem] {
    try fixture.workspace.problems(asOf: fixture.time.adding(seconds: 86_400))
  }

  func asGiven() throws -> [FieldReport] {
    try fixture.workspace.fieldReports(asOf: fixture.time.adding(seconds: 86_400))
  }
}
