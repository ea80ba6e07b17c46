import CampaignData
import Foundation
import FoundationXML
import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct PlannedRouteTests {
  static let colours = TeamColours(Fixture.facts.teams)

  /// The fixture's first day as its file has it, with a hostile name and a telephone number.
  static func document(name: String = "钢铁\"一\"厂") throws -> JSONText {
    var day = Fixture.plan.teamDays[0]
    day.stops[0].target.name = name
    return try JSONText(
      parsing: RouteDocument.geoJSON(of: day, plan: Fixture.plan, facts: Fixture.facts))
  }

  static func route(name: String = "钢铁\"一\"厂") throws -> PlannedRoute {
    var route = try PlannedRoute(try document(name: name), file: "t1.geojson")
    route.stops[0].lastVisit = .init(date: Fixture.day - 40, outcome: "problem")
    return route
  }

  @Test func `a route's file is read back`() throws {
    let route = try Self.route()
    #expect(route.teamID == "t1" && route.round == 14 && route.date == Fixture.day)
    #expect(route.planAsOf == Fixture.known && route.distance == 12_346 && !route.isByRoad)
    #expect(route.way.count == 4 && route.base == Coordinate(114.5149, 38.0428))
    #expect(route.stops.map(\.order) == [1, 2])
    #expect(route.stops[0].name == "钢铁\"一\"厂" && route.stops[0].township == "长安区建北街道")
    #expect(route.stops[0].reasons.map(\.zh) == ["预警 2018-11 同比"])
    #expect(route.stops[1].kind == .search && route.stops[1].nearby.first?.distance == 420)
  }

  @Test func `another file is refused`() throws {
    for text in ["{}", "[]", "{\"features\":[{\"properties\":{\"feature\":\"route\"}}]}"] {
      let error = try #require(throws: PublishingError.self) {
        try PlannedRoute(try JSONText(parsing: text), file: "x.geojson")
      }
      #expect(error.kind == .badData && error.file == "x.geojson")
    }
  }

  @Test func `telephone numbers are masked`() throws {
    let route = try Self.route(name: "张三 13812345678 的厂")
    #expect(route.stops[0].name == "张三 *** 的厂")
    let documents = [
      GPXDocument.text(of: route, language: .zh),
      KMLDocument.text(of: [route], colours: Self.colours, language: .zh),
      RouteCollection.geoJSON(of: try Self.document(name: "张三 13812345678")),
      PhonePage(of: route, plan: "p", townships: [], colours: Self.colours, language: .zh).text,
    ]
    #expect(documents.allSatisfy { !$0.contains("13812345678") && $0.contains("***") })
  }

  @Test func `a stop says all that is known`() throws {
    let route = try Self.route()
    let zh = RouteWords(language: .zh)
    let en = RouteWords(language: .en)
    #expect(zh.summary(route) == "石家庄市，第 14 轮次，2 站，约 12.3 公里，08:00–10:00")
    #expect(zh.lastVisit(route.stops[0]) == "2018-11-14 发现问题")
    #expect(en.lastVisit(route.stops[0]) == "2018-11-14 problem")
    #expect(zh.nearby(route.stops[1].nearby[0]) == "砖厂 420 m 北 0°")
    #expect(
      en.lines(route.stops[1]).map(\.label) == [.arrival, .kind, .basis, .why, .nearby, .targetID])
    #expect(en.lines(route.stops[0])[4].text == "alert 2018-11")
    #expect(en.borders(route) == nil)
  }
}
