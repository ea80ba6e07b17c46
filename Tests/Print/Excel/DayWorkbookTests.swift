import CampaignData
import Foundation
import Geo
import Inspection
import Publishing
import Store
import Terminal
import Testing

@testable import Print

/// A day's workbook, written and read back as the import of visits and `plan edit` read it.
@Suite struct DayWorkbookTests {
  private func tables(_ language: Language, gap: Bool = true) throws -> DayTables {
    let day = try #require(CalendarDate("2018-12-24"))
    let stops = (1...3).map { number in
      PlannedRow([
        "team_id": number < 3 ? "T1" : "T2", "team": number < 3 ? "一组" : "二组",
        "city": "石家庄市", "date": "2018-12-24", "order": "\((number - 1) % 2 + 1)",
        "target_id": "S\(number)", "kind": "site", "name": "=厂\(number)",
        "township_code": "13010200\(number)", "township": "镇\(number)", "county": "长安区",
        "lon": "114.5", "lat": "38.0", "basis": number == 1 ? "random" : "risk",
        "chance": "0.2500", "reasons_zh": "热点网格", "reasons_en": "hot cell",
        "evidence": "cells E1", "arrival": "2018-12-24T08:3\(number):00+08:00",
      ])
    }
    let coverage = [
      PlannedRow([
        "code": "130102009", "name": "镇9", "county": "长安区", "city_code": "130100",
        "visits_ever": "2", "gap": gap ? "too_far" : "", "gap_zh": "往返超过一天",
        "gap_en": "the way there and back is longer than a day",
      ])
    ]
    let known = Moment(day - 30)
    let visit = Visit(
      id: "V", siteID: "S2", teamID: "T1", round: 12, visitedAt: known, outcome: "problem",
      knownAt: known)
    return DayTables(
      date: day,
      plan: PlanIdentity(
        id: "R14-abc", round: 14, madeAsOf: Moment(day - 1, hour: 18), settingsHash: "h"),
      team: nil, stops: stops, coverage: coverage,
      teams: ["T1", "T2", "T3"].map {
        Team(
          id: $0, name: "组" + $0, cityCode: "130100", countyCodes: [],
          base: Coordinate(114.5, 38), knownAt: known)
      }, lastVisits: ["S2": visit], language: language)
  }

  private func values(
    _ key: String, of sheet: String, _ make: (DayTables) -> ([WorkbookColumn]) -> [[CellValue]],
    _ language: Language = .zh
  ) throws -> [CellValue] {
    let columns = try #require(CampaignData.workbookSheet(sheet)).columns
    let place = try #require(columns.firstIndex { $0.key == key })
    return make(try tables(language))(columns).map { $0[place] }
  }

  @Test func `tasks are in the language of the workbook, with their last visit`() throws {
    #expect(try values("basis", of: "tasks", DayTables.tasks)[0] == .text("随机"))
    #expect(try values("basis", of: "tasks", DayTables.tasks, .en)[0] == .text("random"))
    #expect(try values("city", of: "tasks", DayTables.tasks, .en)[0] == .text("Shijiazhuang"))
    #expect(try values("reasons", of: "tasks", DayTables.tasks, .en)[0] == .text("hot cell"))
    #expect(
      try values("last_outcome", of: "tasks", DayTables.tasks)
        == [.empty, .text("发现问题"), .empty])
    #expect(
      try values("stop_id", of: "tasks", DayTables.tasks)[1]
        == .text("R14-abc/14-2018-12-24-T1-2"))
    #expect(try values("outcome", of: "tasks", DayTables.tasks).allSatisfy { $0 == .empty })
  }

  @Test func `teams are summed, those without a stop too`() throws {
    #expect(
      try values("stops", of: "teams", DayTables.teams) == [.whole(2), .whole(1), .whole(0)])
    #expect(
      try values("random", of: "teams", DayTables.teams) == [.whole(1), .whole(0), .whole(0)])
    #expect(try values("expected", of: "teams", DayTables.teams)[0] == .number(0.5))
    #expect(try values("first_arrival", of: "teams", DayTables.teams)[2] == .empty)
  }

  @Test func `townships that nobody visits have their reason`() throws {
    #expect(
      try values("gap", of: "unassigned", DayTables.unassigned) == [.text("往返超过一天")])
    #expect(try tables(.zh, gap: false).unassigned([]).isEmpty)
  }

  @Test func `every column of every sheet is explained`() throws {
    let count = CampaignData.workbookSheets.reduce(0) { $0 + $1.columns.count }
    #expect(try values("key", of: "columns", DayTables.columns).count == count)
    #expect(
      try values("values", of: "columns", DayTables.columns).contains(
        .text("发现问题；未发现问题；停产或关闭；未找到；拒绝检查")))
  }

  @Test(arguments: [Language.zh, .en])
  func `it is known again by its hidden sheet, in either language`(language: Language) throws {
    try WorkbookTests.inFolder { folder in
      let path = folder + "/day.xlsx"
      try DayWorkbook(tables: try tables(language)).write(to: path)
      let workbook = try #require(try PlanWorkbook(path: path))
      #expect(workbook.planID == "R14-abc" && workbook.round == 14 && workbook.team == nil)
      #expect(workbook.date == CalendarDate("2018-12-24") && workbook.settingsHash == "h")
      let rows = try workbook.rows()
      #expect(rows.map(\.number) == [2, 3, 4])
      #expect(rows.map { $0["target_id"] } == ["S1", "S2", "S3"])
      #expect(rows.map { $0["name"] } == ["=厂1", "=厂2", "=厂3"])
      #expect(rows.allSatisfy { $0["outcome"].isEmpty && $0["plan_id"] == "R14-abc" })
    }
  }

  @Test func `a workbook of somebody else is none of ours`() throws {
    try WorkbookTests.inFolder { folder in
      var other = try Workbook(
        for: folder + "/other.xlsx", title: "t", created: Moment(secondsSince1970: 0))
      try other.addSheet("表").writePlain([[.text("a")], [.text("b")]])
      try other.close()
      #expect(try PlanWorkbook(path: folder + "/other.xlsx") == nil)
      var newer = try Workbook(
        for: folder + "/newer.xlsx", title: "t", created: Moment(secondsSince1970: 0))
      try newer.addSheet(CampaignData.workbookOriginSheet).writePlain([
        [.text("hotspot-workbook-2"), .text("value")], [.text("plan_id"), .text("R14-abc")],
      ])
      try newer.close()
      #expect(throws: StoreError.self) { try PlanWorkbook(path: folder + "/newer.xlsx") }
    }
  }
}
