import CampaignData
import Geo
public import Inspection

/// A planned day with what lies around it as layers of a GeoPackage, WGS-84, each with the style and
/// the titles that QGIS opens it with.
///
/// Moments are text in China's time, since a GeoPackage holds them in universal time only. From below
/// to above: `townships` by coverage, `cells` by heat, `sites`, `complaints` (neither text
/// nor what they name), `alerts`, `bases`, `routes` and `targets` by team. It holds the cities of the
/// routes, and all there that was known when the plan was made.
public struct SurroundingLayers {
  let routes: [PlannedRoute]
  let facts: Facts
  let covered: [String: Bool]
  let colours: TeamColours
  let cities: Set<String>

  /// Gathers what is written.
  /// - Parameters:
  ///   - routes: the teams' days.
  ///   - facts: what was known when they were planned.
  ///   - covered: by a township's code, whether the round has been there or will be by this day.
  ///   - colours: the teams' colours.
  public init(
    routes: [PlannedRoute], facts: Facts, covered: [String: Bool], colours: TeamColours
  ) {
    self.routes = routes
    self.facts = facts
    self.covered = covered
    self.colours = colours
    cities = Set(routes.map(\.cityCode))
  }

  /// Writes all layers to a new file.
  ///
  /// Throws `GDALError` if it cannot be written, `PROJError` without the projection of the grid.
  public func write(to path: String, overwrite: Bool) throws {
    let snapshot = try Snapshot(
      asOf: routes.map(\.planAsOf).max() ?? Moment(CalendarDate(daysSince1970: 0)), facts: facts)
    var writer = try VectorWriter(creating: path, driver: "GPKG", overwrite: overwrite)
    for layer in try ground(snapshot) + [bases, ways, targets] {
      try layer.write(to: &writer)
    }
    try writer.close()
  }

  /// The teams of the routes, for legends.
  private var teams: [(id: String, name: String)] { routes.map { ($0.teamID, $0.team) } }

  // MARK: The day

  private var bases: StyledLayer {
    StyledLayer(
      "bases", .point, LayerColumns(list: "bases"),
      style: .teams(column: "team_id", teams, colours: colours),
      features: routes.filter(\.base.isFinite).map { route in
        let isCentre = facts.teams.first { $0.id == route.teamID }?.isCentre ?? false
        return Feature(
          values: [
            .text(route.teamID), .text(route.team), .text(route.city),
            .text(isCentre ? "yes" : "no"), colour(route),
          ], geometry: .point(route.base))
      })
  }

  private var ways: StyledLayer {
    StyledLayer(
      "routes", .lines,
      LayerColumns(
        list: "routes",
        types: [
          "round": .integer, "date": .date, "stops": .integer, "distance_m": .real,
          "duration_s": .integer,
        ]), style: .teams(column: "team_id", teams, colours: colours),
      features: routes.filter { !$0.way.isEmpty }.map { route in
        Feature(
          values: [
            .text(route.teamID), .text(route.team), .text(route.city),
            .integer(Int64(route.round)), .text(route.date.description),
            .integer(Int64(route.stops.count)), .text(route.departure.description),
            .text(route.arrival.description), .real(route.distance),
            .integer(Int64(route.arrival - route.departure)), .text(route.timesSource),
            .text(route.waySource), colour(route),
          ], geometry: .lines([route.way]))
      })
  }

  private var targets: StyledLayer {
    StyledLayer(
      "targets", .point,
      LayerColumns(
        list: "targets_map",
        types: [
          "date": .date, "order": .integer, "chance": .real, "last_visit": .date,
        ]), style: .teams(column: "team_id", teams, colours: colours),
      features: routes.flatMap { route in
        route.stops.map { Feature(values: values($0, route), geometry: .point($0.position)) }
      })
  }

  private func values(_ stop: PlannedStop, _ route: PlannedRoute) -> [FieldValue] {
    let words = RouteWords(language: .zh)
    return [
      .text(route.teamID), .text(route.team), colour(route), .text(route.date.description),
      .integer(Int64(stop.order)), .text(stop.targetID), .text(stop.kind.rawValue),
      .text(stop.name), .text(stop.township), stop.cellID.map(FieldValue.text) ?? .null,
      .text(stop.basis.rawValue), .real(stop.chance), .text(stop.why.zh), .text(stop.why.en),
      .text(stop.reasons.map(\.zh).joined(separator: "; ")),
      .text(stop.reasons.map(\.en).joined(separator: "; ")), .text(stop.arrival.description),
      .text(stop.nearby.map(words.nearby).joined(separator: "; ")),
      stop.lastVisit.map { .text($0.date.description) } ?? .null,
      stop.lastVisit.map { .text($0.outcome) } ?? .null,
    ]
  }

  private func colour(_ route: PlannedRoute) -> FieldValue {
    .text(colours.colour(of: route.teamID).hexadecimal)
  }
}
