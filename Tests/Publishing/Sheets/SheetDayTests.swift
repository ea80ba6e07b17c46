import CampaignData
import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct SheetDayTests {
  /// The fixture's day, with two visits to the first stop.
  static func facts() -> Facts {
    var facts = Fixture.facts
    facts.visits = [("v2", 6, "none"), ("v1", 30, "problem")].map { id, days, outcome in
      Visit(
        id: id, siteID: "a", teamID: "t1", round: 13,
        visitedAt: Moment(Fixture.day - days, hour: 10), outcome: outcome, knownAt: Fixture.known)
    }
    return facts
  }

  static func day(_ facts: Facts = facts()) throws -> SheetDay {
    let plan = Fixture.plan
    let routes = try plan.teamDays.map { day in
      try JSONText(parsing: RouteDocument.geoJSON(of: day, plan: plan, facts: facts))
    }
    // Files come in any order.
    return try SheetDay(routes.reversed(), in: "plans", planID: "R14-1", facts: facts)
  }

  @Test func `cities stand in the order of the plan, each with its teams`() throws {
    let day = try Self.day()
    #expect(day.cities.map(\.code) == ["130100", "610300"])
    #expect(day.sheets.map(\.route.teamID) == ["t1", "t2"])
    #expect(day.sheets.map(\.stops.count) == [2, 0])
    #expect(day.sheets.map(\.dayOfRound) == [1, 1])
  }

  @Test func `a stop has its last visit, its evidence and the way from the place before`() throws {
    let stops = try Self.day().sheets[0].stops
    #expect(stops[0].planned.lastVisit == .init(date: Fixture.day - 6, outcome: "none"))
    #expect(stops[0].evidence == [.init(table: "alerts", facts: (1...7).map { "A\($0)" })])
    #expect(stops[0].townshipCode == "130102001")
    let base = Coordinate(114.5149, 38.0428)
    #expect(abs(stops[0].distance - Geodesic.distance(base, Coordinate(114.52, 38.05))) < 0.1)
    #expect(
      abs(stops[1].distance - Geodesic.distance(Coordinate(114.52, 38.05), Coordinate(114.6, 38.1)))
        < 0.1)
    #expect(stops[1].planned.lastVisit == nil)
    #expect(stops[1].townshipCode == nil)
  }

  @Test func `a code's link holds the number and no more of the name than fits`() throws {
    let stop = try Self.day().sheets[0].stops[0]
    let short = AmapLink.Place(name: "1 钢铁\"一\"厂", position: Coordinate(114.52, 38.05))
    #expect(stop.navigation == AmapLink.navigation(to: short))
    #expect(stop.navigation.utf8.count <= 182)
  }

  @Test func `a file that is no route is an error`() throws {
    #expect(throws: PublishingError.self) {
      try SheetDay([.object([])], in: "plans", planID: "R14-1", facts: Self.facts())
    }
  }
}
