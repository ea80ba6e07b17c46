import CampaignData
import Geo
import Inspection

/// A day's stops and routes as layers of a GeoPackage, WGS-84.
enum PlanLayers {
  static let targets = "targets"
  static let routes = "routes"

  /// Writes the layers `targets` (points) and `routes` (lines) to a new file.
  ///
  /// Throws `GDALError` if it cannot be written.
  static func write(
    _ days: [TeamDay], of plan: Plan, facts: Facts, paths: [Int: RoadPath], to path: String
  ) throws {
    var writer = try VectorWriter(creating: path, driver: "GPKG")
    try writer.createLayer(targets, geometry: .point, crs: .wgs84, fields: targetFields)
    try writer.createLayer(routes, geometry: .lines, crs: .wgs84, fields: routeFields)
    for day in days {
      let team = facts.teams[day.team]
      for stop in day.stops {
        try writer.append(target(stop, date: day.date, team: team, facts: facts), to: targets)
      }
      if let route = route(of: day, team: team, plan: plan, path: paths[day.team]) {
        try writer.append(route, to: routes)
      }
    }
    try writer.finish(
      targets, geometry: .point,
      titles: LayerColumns(list: "targets").titles.of(targetFields),
      style: .targets(column: "basis"))
    try writer.finish(
      routes, geometry: .lines, titles: LayerColumns(list: "routes").titles.of(routeFields),
      style: .teams(
        column: "team_id",
        days.map { (facts.teams[$0.team].id, facts.teams[$0.team].name) },
        colours: TeamColours(facts.teams)))
    try writer.close()
  }

  private static let targetFields: [FieldDefinition] = [
    FieldDefinition("team_id", .text), FieldDefinition("team", .text),
    FieldDefinition("city", .text), FieldDefinition("date", .date),
    FieldDefinition("order", .integer), FieldDefinition("target_id", .text),
    FieldDefinition("kind", .text), FieldDefinition("name", .text),
    FieldDefinition("township_code", .text), FieldDefinition("township", .text),
    FieldDefinition("county", .text), FieldDefinition("cell_id", .text),
    FieldDefinition("basis", .text), FieldDefinition("inclusion_probability", .real),
    FieldDefinition("chance", .real),
    FieldDefinition("reasons_zh", .text), FieldDefinition("reasons_en", .text),
    FieldDefinition("evidence", .text), FieldDefinition("chances_without", .text),
    FieldDefinition("why_zh", .text), FieldDefinition("why_en", .text),
    FieldDefinition("arrival", .dateTime), FieldDefinition("nearby", .text),
    FieldDefinition("township_source", .text),
  ]

  private static let routeFields: [FieldDefinition] = [
    FieldDefinition("team_id", .text), FieldDefinition("team", .text),
    FieldDefinition("city", .text), FieldDefinition("round", .integer),
    FieldDefinition("date", .date), FieldDefinition("stops", .integer),
    FieldDefinition("departure", .dateTime), FieldDefinition("return", .dateTime),
    FieldDefinition("distance_m", .real), FieldDefinition("duration_s", .integer),
    FieldDefinition("times_source", .text), FieldDefinition("geometry_source", .text),
  ]

  private static func target(
    _ stop: Stop, date: CalendarDate, team: Team, facts: Facts
  ) -> Feature {
    let target = stop.target
    let why = stop.why(facts: facts)
    let township = facts.township(at: target.township)
    return Feature(
      values: [
        .text(team.id), .text(team.name), .text(CityNames.name(team.cityCode, in: .zh)),
        .text(date.description), .integer(Int64(stop.order)), .text(target.id),
        .text(target.kind.rawValue), .text(target.name), optional(township?.code),
        optional(township?.name), optional(township?.county), optional(target.cellID),
        .text(stop.basis.rawValue),
        stop.inclusionProbability.map { .real(Decimal.rounded($0, places: 6)) } ?? .null,
        .real(Decimal.rounded(target.chance, places: 4)),
        .text(target.reasonsText(.zh)), .text(target.reasonsText(.en)),
        .text(target.evidenceText), .text(target.chancesWithoutText), .text(why.zh),
        .text(why.en),
        .text(stop.arrival.description), .text(target.nearbyText), optional(township?.source),
      ],
      geometry: .point(target.position))
  }

  /// A team's route; nil for a day without stops, which has no line.
  private static func route(
    of day: TeamDay, team: Team, plan: Plan, path: RoadPath?
  ) -> Feature? {
    guard let way = RouteDocument.way(of: day, base: team.base, path: path) else { return nil }
    return Feature(
      values: [
        .text(team.id), .text(team.name), .text(CityNames.name(team.cityCode, in: .zh)),
        .integer(Int64(plan.round)), .text(day.date.description),
        .integer(Int64(day.stops.count)), .text(day.departure.description),
        .text(day.departure.adding(seconds: day.duration).description),
        .real(Decimal.rounded(way.distance, places: 0)), .integer(Int64(day.duration)),
        .text(day.timesSource), .text(way.source),
      ],
      geometry: .lines([way.coordinates]))
  }

  private static func optional(_ text: String?) -> FieldValue {
    text.map(FieldValue.text) ?? .null
  }
}
