import Geo
import Inspection

/// The teams' areas as layers of a GeoPackage, WGS-84: who has which township, and the bases.
enum AreaLayers {
  /// Writes the layers `areas` (townships with their teams) and `bases` (points) to a new file.
  ///
  /// Throws `GDALError` if it cannot be written.
  static func write(_ plan: Plan, facts: Facts, to path: String) throws {
    var writer = try VectorWriter(creating: path, driver: "GPKG")
    try writer.createLayer("areas", geometry: .area, crs: .wgs84, fields: areaFields)
    for standing in plan.coverage {
      let township = facts.townships[standing.township]
      let team = standing.team.map { facts.teams[$0] }
      try writer.append(
        Feature(
          values: [
            .text(township.code), .text(township.name), .text(township.county),
            .text(CityNames.name(township.cityCode, in: .zh)),
            team.map { .text($0.id) } ?? .null, team.map { .text($0.name) } ?? .null,
            .integer(Int64(standing.planned)), standing.gap.map { .text($0.rawValue) } ?? .null,
          ],
          geometry: .area(township.area)), to: "areas")
    }
    try writer.createLayer("bases", geometry: .point, crs: .wgs84, fields: baseFields)
    for team in facts.teams where team.base.isFinite {
      try writer.append(
        Feature(
          values: [
            .text(team.id), .text(team.name), .text(CityNames.name(team.cityCode, in: .zh)),
            .text(team.isCentre ? "yes" : "no"),
          ], geometry: .point(team.base)), to: "bases")
    }
    let style = MapStyle.teams(
      column: "team_id", facts.teams.map { ($0.id, $0.name) }, colours: TeamColours(facts.teams))
    try writer.finish(
      "areas", geometry: .area, titles: LayerColumns(list: "areas").titles, style: style)
    try writer.finish(
      "bases", geometry: .point, titles: LayerColumns(list: "bases").titles.of(baseFields),
      style: style)
    try writer.close()
  }

  private static let areaFields: [FieldDefinition] = [
    FieldDefinition("township_code", .text), FieldDefinition("township", .text),
    FieldDefinition("county", .text), FieldDefinition("city", .text),
    FieldDefinition("team_id", .text), FieldDefinition("team", .text),
    FieldDefinition("planned", .integer), FieldDefinition("gap", .text),
  ]

  private static let baseFields: [FieldDefinition] = [
    FieldDefinition("team_id", .text), FieldDefinition("team", .text),
    FieldDefinition("city", .text), FieldDefinition("centre", .text),
  ]
}
