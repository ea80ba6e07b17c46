import CampaignData
import Geo
public import Inspection

/// The sheets of a planned day, by city and team.
public struct SheetDay: Sendable {
  /// The cities, in the order of the plan.
  public let cities: [SheetCity]

  /// All sheets, in their order.
  public var sheets: [SheetContents] { cities.flatMap(\.teams) }

  /// Puts together the sheets of routes, with what was known when they were planned.
  ///
  /// Teams stand in the order of their numbers within the city. Takes time in proportion to stops and
  /// visits. Throws `PublishingError` for a file that is no route.
  /// - Parameters:
  ///   - routes: what the teams' route files hold.
  ///   - folder: where they are, named in errors.
  ///   - facts: those of the routes' `plan_as_of`, so that nothing known later gets in.
  public init(
    _ routes: [JSONText], in folder: String, planID: String, facts: Facts
  ) throws(PublishingError) {
    let colours = TeamColours(facts.teams)
    let visits = Self.lastVisits(facts.visits)
    var teams: [String: [SheetContents]] = [:]
    for route in routes {
      let sheet = try SheetContents(
        route, file: folder, planID: planID, colour: colours.colour(of:),
        lastVisits: visits)
      teams[sheet.route.cityCode, default: []].append(sheet)
    }
    var order: [String: Int] = [:]
    for (place, city) in CampaignData.cities.enumerated() { order[city.code] = place }
    let codes = teams.keys.sorted { a, b in
      (order[a] ?? .max, a) < (order[b] ?? .max, b)
    }
    cities = codes.map { code in
      SheetCity(code: code, teams: (teams[code] ?? []).sorted(by: Self.isBefore))
    }
  }

  private static func isBefore(_ a: SheetContents, _ b: SheetContents) -> Bool {
    a.route.teamID < b.route.teamID
  }

  private static func lastVisits(_ visits: [Visit]) -> [String: Visit] {
    var last: [String: Visit] = [:]
    for visit in visits {
      if let known = last[visit.siteID], known.visitedAt >= visit.visitedAt { continue }
      last[visit.siteID] = visit
    }
    return last
  }
}
