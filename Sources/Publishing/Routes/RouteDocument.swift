import CampaignData
import Geo
public import Inspection

/// One team's route of one day as GeoJSON (RFC 7946): WGS-84, seven decimals.
///
/// A FeatureCollection of one LineString from the base over the stops and back, with distance in
/// metres and duration in seconds, and one Point per stop in order. A day without stops has a
/// route without geometry.
public enum RouteDocument {
  /// The document as text, with the same bytes for the same day.
  public static func geoJSON(of day: TeamDay, plan: Plan, facts: Facts) -> String {
    let team = facts.teams[day.team]
    let path = path(of: day, base: team.base)
    var members: [JSONText.Member] = [
      .init("type", .string("FeatureCollection")),
      .init("name", .string("\(team.id) \(day.date)")),
    ]
    if !path.isEmpty { members.append(.init("bbox", boundingBox(path))) }
    let stops = day.stops.map { stopFeature($0, day: day, team: team, facts: facts) }
    let route = routeFeature(day, path: path, team: team, plan: plan, facts: facts)
    members.append(.init("features", .array([route] + stops)))
    return JSONText.object(members).lines(depth: 2)
  }

  /// Base, stops and base again; empty without stops.
  static func path(of day: TeamDay, base: Coordinate) -> [Coordinate] {
    day.stops.isEmpty ? [] : [base] + day.stops.map(\.target.position) + [base]
  }

  private static func routeFeature(
    _ day: TeamDay, path: [Coordinate], team: Team, plan: Plan, facts: Facts
  ) -> JSONText {
    let line = JSONText.object([
      .init("type", .string("LineString")),
      .init("coordinates", .array(path.map(position))),
    ])
    var members: [JSONText.Member] = [
      .init("type", .string("Feature")),
      .init("id", .string("\(team.id)/\(day.date)")),
    ]
    if !path.isEmpty { members.append(.init("bbox", boundingBox(path))) }
    members.append(.init("geometry", path.isEmpty ? .null : line))
    members.append(
      .init("properties", routeProperties(day, team: team, plan: plan, facts: facts)))
    return .object(members)
  }

  private static func routeProperties(
    _ day: TeamDay, team: Team, plan: Plan, facts: Facts
  ) -> JSONText {
    .object([
      .init("feature", .string("route")),
      .init("team_id", .string(team.id)),
      .init("team", .string(team.name)),
      .init("city_code", .string(team.cityCode)),
      .init("city", .string(CityNames.name(team.cityCode, in: .zh))),
      .init("round", .integer(plan.round)),
      .init("date", .string(day.date.description)),
      .init("stops", .integer(day.stops.count)),
      .init("departure", .string(day.departure.description)),
      .init("return", .string(day.departure.adding(seconds: day.duration).description)),
      .init("distance_m", .decimal(day.distance, places: 0)),
      .init("duration_s", .integer(day.duration)),
      .init("geometry_source", .string("straight")),
      .init("base", position(team.base)),
      .init("plan_as_of", .string(plan.madeAsOf.description)),
      .init("township_sources", townshipSources(day, facts: facts)),
    ])
  }

  private static func stopFeature(
    _ stop: Stop, day: TeamDay, team: Team, facts: Facts
  ) -> JSONText {
    let point = JSONText.object([
      .init("type", .string("Point")), .init("coordinates", position(stop.target.position)),
    ])
    return .object([
      .init("type", .string("Feature")),
      .init("id", .string(stop.id)),
      .init("geometry", point),
      .init("properties", stopProperties(stop, day: day, team: team, facts: facts)),
    ])
  }

  private static func stopProperties(
    _ stop: Stop, day: TeamDay, team: Team, facts: Facts
  ) -> JSONText {
    let target = stop.target
    let township = facts.township(at: target.township)
    return .object([
      .init("feature", .string("stop")),
      .init("team_id", .string(team.id)),
      .init("date", .string(day.date.description)),
      .init("order", .integer(stop.order)),
      .init("target_id", .string(target.id)),
      .init("kind", .string(target.kind.rawValue)),
      .init("site", .string(target.name)),
      .init("township_code", .optional(township?.code)),
      .init("township", .optional(township?.name)),
      .init("county", .optional(township?.county)),
      .init("township_source", .optional(township?.source)),
      .init("cell_id", .optional(target.cellID)),
      .init("basis", .string(stop.basis.rawValue)),
      .init("chance", .decimal(target.chance, places: 4)),
      .init("reasons_zh", .array(target.reasons.map { .string($0.zh) })),
      .init("reasons_en", .array(target.reasons.map { .string($0.en) })),
      .init("arrival", .string(stop.arrival.description)),
      .init("nearby", .array(target.nearby.map(nearbySite))),
    ])
  }

  private static func nearbySite(_ site: NearbySite) -> JSONText {
    .object([
      .init("site_id", .string(site.siteID)),
      .init("name", .string(site.name)),
      .init("distance_m", .decimal(site.distance, places: 0)),
      .init("bearing", .decimal(site.bearing, places: 1)),
    ])
  }

  /// Whose borders the stops' townships have, so that what is synthetic or derived says so.
  private static func townshipSources(_ day: TeamDay, facts: Facts) -> JSONText {
    let sources = Set(day.stops.compactMap { facts.township(at: $0.target.township)?.source })
    return .array(sources.sorted().map(JSONText.string))
  }

  private static func boundingBox(_ path: [Coordinate]) -> JSONText {
    let box = Envelope(path)
    return .array(
      [box.minX, box.minY, box.maxX, box.maxY].map { .decimal($0, places: 7) })
  }

  private static func position(_ coordinate: Coordinate) -> JSONText {
    .array([.decimal(coordinate.x, places: 7), .decimal(coordinate.y, places: 7)])
  }
}
