import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct VisitImportTests {
  @Test func `two people's reports are one visit, in one file or in two`() throws {
    let one = VisitFixture.row([
      "outcome": "problem", "type": "扬尘", "confirmed_by": "张三", "photos": "1.jpg",
    ])
    let two = VisitFixture.row([
      "outcome": "problem", "type": "散煤", "confirmed_by": "李四", "visited_at": "2018-12-14 10:20",
      "record": "笔录.pdf",
    ])
    let together = try VisitFixture()
    let report = try together.visits([one, two])
    #expect(report.new == 1 && report.updated == 1 && report.visits?.mergedVisits == 1)
    let apart = try VisitFixture()
    try apart.visits([two], later: 10)
    let second = try apart.visits([one], later: 20)
    #expect(second.new == 0 && second.updated == 1 && second.visits?.mergedVisits == 1)
    for fixture in [together, apart] {
      let visit = try #require(try fixture.reports().first)
      #expect(visit.confirmedBy == ["张三", "李四"] && visit.photos == ["1.jpg"])
      #expect(visit.record == "笔录.pdf")
      #expect(
        try fixture.problems().map(\.type).sorted { $0 ?? "" < $1 ?? "" } == ["coal", "dust"])
      #expect(try fixture.problems().allSatisfy { $0.topic == "dust" })
      #expect(try fixture.asGiven().count == 2)
    }
    #expect(try apart.visits([one], later: 30).same == 1)
  }

  @Test func `an earlier moment knows only what was known then`() throws {
    let fixture = try VisitFixture()
    try fixture.visits([VisitFixture.row(["confirmed_by": "张三"])], later: 10)
    try fixture.visits(
      [VisitFixture.row(["confirmed_by": "李四", "outcome": "problem"])], later: 500)
    let moment = fixture.fixture.time.adding(seconds: 100)
    let then = try fixture.fixture.workspace.visitReports(asOf: moment)
    #expect(then.map(\.outcome) == ["none"] && then.first?.confirmedBy == ["张三"])
    #expect(try fixture.reports().map(\.outcome) == ["problem"])
  }

  @Test func `a correction with an identifier replaces, and the problem keeps its own`() throws {
    let fixture = try VisitFixture()
    let row = VisitFixture.row(["id": "V1", "outcome": "problem", "type": "扬尘"])
    try fixture.visits([row], later: 10)
    var better = row
    better["type"] = "散煤"
    let report = try fixture.visits([better], later: 20)
    #expect(report.updated == 1 && report.visits?.mergedVisits == 0)
    #expect(try fixture.problems().map(\.id) == ["V1-1"])
    #expect(try fixture.problems().map(\.type) == ["coal"])
    #expect(try fixture.asGiven().count == 1)
  }

  @Test func `what the office made of a problem stays when another report comes`() throws {
    let fixture = try VisitFixture()
    try fixture.visits(
      [VisitFixture.row(["outcome": "problem", "type": "扬尘", "confirmed_by": "张三"])], later: 10)
    var problem = try #require(try fixture.problems().first)
    (problem.state, problem.severity) = ("handed_over", "serious")
    problem.knownAt = fixture.fixture.time.adding(seconds: 15)
    let handed = problem
    try fixture.fixture.workspace.write { transaction in
      try transaction.append(
        [handed], .init(file: "office", importedAt: handed.knownAt), knownAt: \.knownAt)
    }
    try fixture.visits(
      [
        VisitFixture.row([
          "outcome": "problem", "type": "扬尘；散煤", "confirmed_by": "李四", "note": "复看",
        ])
      ], later: 20)
    let problems = try fixture.problems()
    #expect(problems.count == 2)
    #expect(problems.first { $0.type == "dust" }?.state == "handed_over")
    #expect(problems.first { $0.type == "dust" }?.severity == "serious")
  }

  @Test func `several problems of a row are read word by word`() throws {
    let fixture = try VisitFixture()
    let report = try fixture.visits([
      VisitFixture.row(["outcome": "problem", "type": "扬尘；散煤", "severity": "一般；严重"]),
      VisitFixture.row([
        "site_id": "S2", "outcome": "problem", "type": "扬尘；散煤", "severity": "重；轻；一般",
      ]),
    ])
    #expect(report.read == 2 && report.new == 1 && report.rejected == 1)
    let problems = try fixture.problems().sorted { $0.id < $1.id }
    #expect(problems.map(\.type) == ["coal", "dust"])
    #expect(problems.map(\.severity) == ["serious", "general"])
  }

  @Test func `rows of one identifier with different problems are one visit`() throws {
    let fixture = try VisitFixture()
    let row = VisitFixture.row(["id": "V1", "outcome": "problem", "type": "扬尘"])
    let rows = [row, row.merging(["type": "散煤"]) { $1 }, row.merging(["outcome": "none"]) { $1 }]
    let report = try fixture.visits(rows)
    #expect(report.new == 1 && report.updated == 1 && report.rejected == 1)
    #expect(report.examples.first?.reason.contains("row 2") == true)
    #expect(try fixture.problems().count == 2)
    let again = try fixture.visits(rows, later: 20)
    #expect(again.same == 2 && again.rejected == 1)
  }

  @Test func `an off-list find becomes a site that its visit names`() throws {
    let fixture = try VisitFixture()
    let find = [
      "site_id": "", "name": "北山采石场", "lon": "114.61234", "lat": "38.6", "outcome": "problem",
    ]
    let report = try fixture.visits([
      VisitFixture.row(find),
      VisitFixture.row(find.merging(["lon": "114.6125", "confirmed_by": "李四"]) { $1 }),
      VisitFixture.row(find.merging(["lon": "114.7"]) { $1 }),
    ])
    #expect(report.visits?.finds.count == 2 && report.new == 2 && report.updated == 1)
    let sites = try fixture.fixture.facts().sites.filter { $0.id.hasPrefix("find-") }
    #expect(sites.count == 2)
    #expect(sites.allSatisfy { $0.kind == "mine" && $0.origin == "ministry" && $0.ledger == nil })
    #expect(sites.allSatisfy { $0.topics == ["scattered"] && $0.countyCode == "130102" })
    #expect(Set(try fixture.reports().map(\.siteID)) == Set(sites.map(\.id)))
    // Another day it is known by its name and place.
    try fixture.visits(
      [VisitFixture.row(find.merging(["visited_at": "2018-12-15 08:00"]) { $1 })], later: 20)
    #expect(try fixture.fixture.facts().sites.count == 5)
  }

  @Test func `a visit is tied to the stop of its team, day and site`() throws {
    let fixture = try VisitFixture()
    let day = CalendarDate(daysSince1970: 17_879)
    let known = Moment(day, hour: 0)
    let plan = [FieldValue.text("P"), .integer(13), .null, .moment(known), .text("x"), .text("y")]
    try fixture.fixture.workspace.write { transaction in
      for (table, values, place) in [
        ("plans", plan, nil),
        ("stops", Self.stop("P/1", "S1", known), Coordinate(114.5, 38.5)),
        ("stops", Self.stop("P/2", "search:1", known), Coordinate(114.61, 38.6)),
      ] {
        let schema = try #require(Schema.table(named: table))
        try transaction.append(
          [Record(values: values, geometry: place.map { .point($0) }, knownAt: known)],
          to: schema, from: "fixture", importedAt: known)
      }
    }
    let report = try fixture.visits([
      VisitFixture.row(), VisitFixture.row(["site_id": "S2"]),
      VisitFixture.row(["team_id": "T2"]),
      VisitFixture.row(["site_id": "", "name": "无名厂", "lon": "114.612", "lat": "38.6"]),
      VisitFixture.row(["site_id": "S3", "team_id": "", "stop_id": "Q/7"]),
    ])
    let stops = try fixture.reports().reduce(into: [String: String?]()) {
      $0[$1.siteID + "|" + $1.teamID] = $1.stopID
    }
    #expect(stops["S1|T1"] == "P/1" && stops["S2|T1"] == .some(nil) && stops["S1|T2"] == .some(nil))
    #expect(stops.first { $0.key.hasPrefix("find-") }?.value == "P/2")
    #expect(report.visits?.tied == 3)
    #expect(report.visits?.doubtCounts.map(\.kind) == ["off_list", "unknown_stop"])
  }

  private static func stop(_ id: String, _ site: String, _ known: Moment) -> [FieldValue] {
    [
      .text(id), .text("P"), .text("T1"), .text("2018-12-14"), .integer(1), .text(site), .text("x"),
      .null, .null, .text("risk"), .null, .real(0.1), .text("理由|reason"), .moment(known),
    ]
  }

  @Test func `visits of a program before reports keep their identifiers`() throws {
    let fixture = try VisitFixture()
    let visit = VisitReport(
      id: "visit-0123456789abcdef", siteID: "S1", teamID: "T1", round: 13,
      visitedAt: try #require(Moment("2018-12-14 10:00")), outcome: "none",
      knownAt: fixture.fixture.time)
    try fixture.fixture.workspace.write { transaction in
      try transaction.append(
        [visit], .init(file: "old", importedAt: visit.knownAt), knownAt: \.knownAt)
    }
    #expect(try fixture.visits([VisitFixture.row()], later: 10).same == 1)
    let report = try fixture.visits([VisitFixture.row(["confirmed_by": "李四"])], later: 20)
    #expect(report.updated == 1)
    #expect(try fixture.reports().map(\.id) == [visit.id])
  }
}
