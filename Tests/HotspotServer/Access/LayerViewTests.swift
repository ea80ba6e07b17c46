import CampaignData
import Geo
import Testing

@testable import HotspotServer

@Suite struct LayerViewTests {
  /// Three stops of two teams on two days, one with a telephone number in its name.
  private func layer() -> ServedLayer {
    var draft = LayerDraft(
      "targets", .targets, .point,
      fields: [
        LayerField("team_id", Wording(zh: "组", en: "team"), .text),
        LayerField("date", Wording(zh: "日", en: "day"), .date),
        LayerField("name", Wording(zh: "名", en: "name"), .text, privacy: .numbers),
      ])
    let rows = [
      ("t1", "2018-12-24", "厂13812345678"), ("t1", "2018-12-25", "窑"), ("t2", "2018-12-24", "站"),
    ]
    for (number, row) in rows.enumerated() {
      draft.append(
        [.text(row.0), .text(row.1), .text(row.2)], .point(Coordinate(Double(number), 0)))
    }
    return draft.layer(time: "date", team: "team_id", day: "date")
  }

  private func view(_ role: Role, team: String? = nil) throws -> LayerView? {
    LayerView(
      layer(), for: Viewer(role: role, team: team, name: "x"),
      today: try #require(CalendarDate("2018-12-25")))
  }

  private func rows(_ view: LayerView?) -> [Int] {
    view.map { view in (0..<view.layer.count).filter(view.shows) } ?? []
  }

  @Test func `each role has its rows`() throws {
    #expect(try rows(view(.planner)) == [0, 1, 2])
    #expect(try rows(view(.team, team: "t1")) == [0, 1])
    #expect(try rows(view(.team, team: "t9")) == [])
    #expect(try rows(view(.team)) == [])
    #expect(try rows(view(.analyst)) == [0, 2])
    #expect(try rows(view(.auditor)) == [0, 2])
  }

  @Test func `numbers are the planner's`() throws {
    #expect(try view(.planner)?.value(0, 2) == .text("厂13812345678"))
    #expect(try view(.team, team: "t1")?.value(0, 2) == .text("厂138********"))
  }

  @Test func `counts and boxes hold no more than its rows`() throws {
    let view = try #require(try view(.team, team: "t2"))
    #expect(view.count() == 1)
    #expect(view.rows(meeting: Envelope(minX: -1, minY: -1, maxX: 5, maxY: 5)) == [2])
  }

  @Test func `what differs is cached apart`() throws {
    let keys = [
      try view(.planner), try view(.team, team: "t1"), try view(.team, team: "t2"),
      try view(.analyst),
    ].compactMap { $0?.cacheKey }
    #expect(Set(keys).count == 4)
  }

  @Test func `a filter cannot guess what is masked`() throws {
    let view = try #require(try view(.team, team: "t1"))
    let secret = QueryParameters.encoded("厂13812345678")
    let guess = try ItemQuery(QueryParameters("name=" + secret), of: view.layer)
    #expect(guess.rows(of: view).count == 0)
    let shown = try ItemQuery(
      QueryParameters("name=" + QueryParameters.encoded("厂138********")), of: view.layer)
    #expect(shown.rows(of: view).page(from: 0, limit: 10) == [0])
  }
}
