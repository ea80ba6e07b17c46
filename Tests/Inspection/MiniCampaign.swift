import CampaignData
import Geo
import Inspection

/// A county of square townships with sites in rows, small enough to reason about by hand.
struct MiniCampaign {
  static let known = Moment(CalendarDate(daysSince1970: 17_683))  // 2018-06-01
  static let now = Moment(CalendarDate(daysSince1970: 17_888), hour: 18)  // 2018-12-23
  static let settings = PlanSettings(
    dailyVisits: 12, handoverVisits: 8, serviceMinutes: 30, dayHours: 10, dayStart: 8 * 3600,
    speedKMH: 45, detour: 1.3, seed: 1, iterations: 0)

  var facts = Facts()

  /// `columns` x `rows` townships of 0.08 degrees, each with `sites` sites, and one team.
  init(columns: Int = 4, rows: Int = 3, sites: Int = 5) {
    facts.townships = (0..<columns * rows).map { number in
      Township(
        code: "130102\(100 + number)", name: "第\(number)镇", countyCode: "130102",
        county: "长安区", cityCode: "130100", source: "synthetic",
        area: Self.square(column: number % columns, row: number / columns),
        knownAt: Self.known)
    }
    facts.sites = (0..<columns * rows).flatMap { number in
      (0..<sites).map { site in
        Site(
          id: "S\(100 + number)-\(site)", name: "示例\(number)-\(site)",
          position: Self.place(column: number % columns, row: number / columns, part: site),
          ledger: "boilers", knownAt: Self.known)
      }
    }
    facts.teams = [
      Team(
        id: "T1", name: "石家庄1组", cityCode: "130100", countyCodes: ["130102"],
        base: Coordinate(114.55, 38.05), knownAt: Self.known)
    ]
  }

  static func square(column: Int, row: Int) -> MultiPolygon {
    let west = 114.4 + 0.08 * Double(column)
    let south = 37.9 + 0.08 * Double(row)
    return MultiPolygon([
      Polygon(exterior: [
        Coordinate(west, south), Coordinate(west + 0.08, south),
        Coordinate(west + 0.08, south + 0.08), Coordinate(west, south + 0.08),
        Coordinate(west, south),
      ])
    ])
  }

  /// A place inside a township; different parts are about 600 m apart.
  static func place(column: Int, row: Int, part: Int) -> Coordinate {
    Coordinate(
      114.41 + 0.08 * Double(column) + 0.007 * Double(part % 9),
      37.92 + 0.08 * Double(row) + 0.006 * Double(part / 9))
  }

  func snapshot(asOf moment: Moment = now) throws -> Snapshot {
    try Snapshot(asOf: moment, facts: facts)
  }

  func targets(asOf moment: Moment = now) throws -> TargetList {
    try Targeting.targets(of: snapshot(asOf: moment))
  }

  func roundPlan(
    asOf moment: Moment = now, settings: PlanSettings = settings
  ) throws -> Plan {
    let snapshot = try snapshot(asOf: moment)
    return try Planner.planRound(
      14, snapshot: snapshot, targets: Targeting.targets(of: snapshot), settings: settings)
  }

  /// A complaint at a place, two days old.
  func complaint(_ id: String, at place: Coordinate) -> Complaint {
    let received = Moment(secondsSince1970: Self.now.secondsSince1970 - 2 * 86_400)
    return Complaint(id: id, receivedAt: received, position: place, knownAt: received)
  }

  /// A complaint near a site, some metres north of it.
  func complaint(
    _ id: String, north metres: Double, of site: Int, daysAgo: Int = 2, verified: Bool? = nil
  ) -> Complaint {
    let place = facts.sites[site].position
    let received = Moment(
      secondsSince1970: Self.now.secondsSince1970 - Int64(daysAgo) * 86_400)
    return Complaint(
      id: id, receivedAt: received,
      position: Coordinate(place.x, place.y + metres / 111_000), verified: verified,
      knownAt: received)
  }
}
