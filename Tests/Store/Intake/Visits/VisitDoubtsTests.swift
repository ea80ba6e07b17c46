import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct VisitDoubtsTests {
  /// What is wrong with a row, and the doubt that it raises.
  private static let bad: [(row: [String: String], kind: String)] = [
    (["site_id": "S9"], "unknown_site"),
    (["site_id": "", "name": "无名厂"], "unknown_site"),
    (["visited_at": "2018-12-16 10:00"], "future"),
    (["visited_at": "2018-06-01 10:00"], "no_round"),
    (["lon": "118", "lat": "38.5"], "far_away"),
    (["outcome": "problem", "handed_over_at": "2018-12-13"], "handed_over_early"),
    (["outcome": "problem", "handed_over_at": "2018-12-14 09:00"], "handed_over_early"),
    (["outcome": "problem", "handed_over_at": "2018-12-20"], "handed_over_future"),
    (["outcome": "problem", "deadline": "2018-12-13"], "deadline_early"),
    (["outcome": "problem", "state": "已整改"], "closed_early"),
    (["outcome": "problem", "state": "verified"], "closed_early"),
    (["team_id": "T9"], "unknown_team"),
    (["site_id": "S9", "name": "无名厂", "lon": "114.6", "lat": "38.6"], "off_list"),
    (["lon": "114.52", "lat": "38.5"], "position_off"),
    (["round": "12"], "round_differs"),
    (["visited_at": "2018-08-10 10:00", "round": "4"], "out_of_rounds"),
    (["type": "扬尘"], "type_without_problem"),
  ]

  @Test(arguments: bad.indices)
  func `each is told, and kept apart or marked as the table says`(index: Int) throws {
    let (row, kind) = Self.bad[index]
    let fixture = try VisitFixture()
    let report = try fixture.visits([VisitFixture.row(row), VisitFixture.row(["site_id": "S2"])])
    let doubt = try #require(report.visits?.doubts.first)
    #expect(doubt.kind == kind && doubt.row == 2)
    let isRejected = try #require(CampaignData.visitDoubt(kind)).treatment == .rejected
    #expect(report.rejected == (isRejected ? 1 : 0))
    #expect(report.read == 2 && report.new + report.rejected == 2)
    #expect(try fixture.reports().count == report.new)
    if !isRejected { #expect(try fixture.asGiven().contains { $0.doubts == [kind] }) }
  }

  @Test func `the pause is told where the round is named`() throws {
    let fixture = try VisitFixture()
    let report = try fixture.visits(
      [VisitFixture.row(["visited_at": "2019-02-01 10:00", "round": "16"])], later: 86_400 * 60)
    #expect(report.visits?.doubts.map(\.kind) == ["in_pause"])
  }

  @Test func `a team in two places is told at both, with the other's row`() throws {
    let fixture = try VisitFixture()
    let report = try fixture.visits([
      VisitFixture.row(), VisitFixture.row(["site_id": "S3", "visited_at": "2018-12-14 10:05"]),
    ])
    #expect(report.new == 2)
    #expect(report.visits?.doubts.map(\.kind) == ["elsewhere", "elsewhere"])
    #expect(report.visits?.doubts.map(\.row) == [2, 3])
    #expect(report.visits?.doubts.first?.expected?.contains("row 3") == true)
    let later = try fixture.visits(
      [VisitFixture.row(["site_id": "S3", "visited_at": "2018-12-14 10:02", "id": "X"])], later: 20)
    #expect(later.visits?.doubts.contains { $0.kind == "elsewhere" } == true)
    #expect(later.visits?.doubts.contains { $0.kind == "twin" } == true)
  }

  @Test func `photos that are not in the folder are told`() throws {
    let fixture = try VisitFixture()
    let folder = fixture.fixture.folder.path
    _ = try fixture.fixture.folder.file("1.jpg", "x")
    let rows = [VisitFixture.row(["photos": "1.jpg;2.jpg;https://a/3.jpg"])]
    #expect(try fixture.visits(rows, later: 1).visits?.doubts.isEmpty == true)
    let report = try fixture.visits(rows, later: 2) { $0.photosFolder = folder }
    #expect(report.visits?.doubts.map(\.found) == ["2.jpg"])
    #expect(report.same == 1)
  }

  @Test func `every doubt that the code names stands in the table, and none else`() {
    let named = Set(
      Self.bad.map(\.kind) + [
        "in_pause", "elsewhere", "twin", "photo_missing", "not_of_team", "two_cities",
        "unknown_stop",
      ])
    #expect(Set(CampaignData.visitDoubts.map(\.key)) == named)
    #expect(CampaignData.visitDoubts.allSatisfy { !$0.nextZH.isEmpty && !$0.nextEN.isEmpty })
  }
}
