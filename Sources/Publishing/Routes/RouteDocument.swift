import CampaignData
import Geo
public import Inspection

/// One team's route of one day as GeoJSON (RFC 7946): WGS-84, seven decimals.
///
/// A FeatureCollection of one LineString from the base over the stops and back, with distance in
/// metres and duration in seconds, and one Point per stop in order. A day without stops has a
/// route without geometry.
public enum RouteDocument {
  /// The document as text, with the same bytes for the same day; `path` is the way by road, if
  /// known.
  public static func geoJSON(
    of day: TeamDay, plan: Plan, facts: Facts, path: RoadPath? = nil
  ) -> String {
    let team = facts.teams[day.team]
    let way = way(of: day, base: team.base, path: path)
    var members: [JSONText.Member] = [
      .init("type", .string("FeatureCollection")),
      .init("name", .string("\(team.id) \(day.date)")),
    ]
    if let way { members.append(.init("bbox", boundingBox(way.coordinates))) }
    let stops = day.stops.map { stopFeature($0, day: day, team: team, facts: facts) }
    let route = routeFeature(day, way: way, team: team, plan: plan, facts: facts)
    members.append(.init("features", .array([route] + stops)))
    return JSONText.object(members).lines(depth: 2)
  }

  /// The way by road, else straight from the base over the stops and back; nil without stops.
  static func way(of day: TeamDay, base: Coordinate, path: RoadPath?) -> RoadPath? {
    guard !day.stops.isEmpty else { return nil }
    return path
      ?? RoadPath(coordinates: day.places(base: base), distance: day.distance, source: "straight")
  }

  private static func routeFeature(
    _ day: TeamDay, way: RoadPath?, team: Team, plan: Plan, facts: Facts
  ) -> JSONText {
    let line = way.map { way in
      JSONText.object([
        .init("type", .string("LineString")),
        .init("coordinates", .array(way.coordinates.map(position))),
      ])
    }
    var members: [JSONText.Member] = [
      .init("type", .string("Feature")),
      .init("id", .string("\(team.id)/\(day.date)")),
    ]
    if let way { members.append(.init("bbox", boundingBox(way.coordinates))) }
    members.append(.init("geometry", line ?? .null))
    members.append(
      .init("properties", routeProperties(day, way, team: team, plan: plan, facts: facts)))
    return .object(members)
  }

  private static func routeProperties(
    _ day: TeamDay, _ way: RoadPath?, team: Team, plan: Plan, facts: Facts
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
      .init("distance_m", .decimal(way?.distance ?? 0, places: 0)),
      .init("duration_s", .integer(day.duration)),
      .init("times_source", .string(day.timesSource)),
      .init("geometry_source", .string(way?.source ?? "straight")),
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
      .init(
        "inclusion_probability",
        stop.inclusionProbability.map { .decimal($0, places: 6) } ?? .null),
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
