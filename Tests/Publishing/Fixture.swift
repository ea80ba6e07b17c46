import CampaignData
import Geo
import Inspection

/// A small plan made by hand: two cities, three townships, two teams, one day.
enum Fixture {
  static let day = CalendarDate(daysSince1970: 17_889)  // 2018-12-24
  static let known = Moment(day - 1, hour: 18)

  static var facts: Facts {
    var facts = Facts()
    facts.townships = [
      township("130102001", "建北街道", "长安区", city: "130100", source: "official"),
      township("130102002", "青园,街道", "长安区", city: "130100", source: "derived"),
      township("610323101", "蔡家坡镇", "岐山县", city: "610300", source: "synthetic"),
    ]
    facts.teams = [
      team("t1", "石家庄1组", city: "130100", base: Coordinate(114.5149, 38.0428)),
      team("t2", "宝鸡1组", city: "610300", base: Coordinate(107.2375, 34.3619)),
    ]
    return facts
  }

  static var plan: Plan {
    let first = TeamDay(
      team: 0, date: day, stops: [stop("a", order: 1), search(order: 2)], distance: 12_345.6,
      duration: 7_200, departure: Moment(day, hour: 8))
    let second = TeamDay(
      team: 1, date: day, stops: [], distance: 0, duration: 0, departure: Moment(day, hour: 8))
    return Plan(
      round: 14, days: day...(day + 13), madeAsOf: known, seedCommitment: "", settingsHash: "",
      teamDays: [first, second],
      coverage: [
        TownshipCoverage(
          township: 0, team: 0, visitsEver: 2, visitsInRound: 0, planned: 1, firstPlanned: day),
        TownshipCoverage(township: 1, team: 0, visitsEver: 1, visitsInRound: 1),
        TownshipCoverage(township: 2, team: nil, visitsEver: 0, visitsInRound: 0, gap: .noTeam),
      ])
  }

  static func stop(_ id: String, order: Int) -> Stop {
    let reason = Reason(
      key: "alert", logOdds: 1, zh: "预警 2018-11 同比", en: "alert 2018-11", table: .alerts,
      factIDs: (1...7).map { "A\($0)" }, chanceWithout: 0.125)
    let target = Target(
      id: id, kind: .site, name: "钢铁\"一\"厂", position: Coordinate(114.52, 38.05), township: 0,
      cellID: "c1", chance: 0.25, reasons: [reason])
    return Stop(
      id: "14-\(id)", order: order, target: target, basis: .risk,
      arrival: Moment(day, hour: 8, minute: 20))
  }

  private static func search(order: Int) -> Stop {
    let near = NearbySite(siteID: "b", name: "砖厂", distance: 419.6, bearing: 359.7)
    let target = Target(
      id: "search:1", kind: .search, name: "投诉附近", position: Coordinate(114.6, 38.1),
      township: -1, cellID: nil, chance: 0.5, reasons: [], nearby: [near])
    return Stop(
      id: "14-s", order: order, target: target, basis: .coverage,
      arrival: Moment(day, hour: 9, minute: 5))
  }

  private static func township(
    _ code: String, _ name: String, _ county: String, city: String, source: String
  ) -> Township {
    Township(
      code: code, name: name, countyCode: String(code.prefix(6)), county: county, cityCode: city,
      source: source, area: MultiPolygon(), knownAt: known)
  }

  private static func team(
    _ id: String, _ name: String, city: String, base: Coordinate
  ) -> Team {
    Team(id: id, name: name, cityCode: city, countyCodes: [], base: base, knownAt: known)
  }
}
