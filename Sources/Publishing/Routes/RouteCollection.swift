public import Geo

/// Routes as `RouteDocument` wrote them, given out as one GeoJSON: masked, and in another datum if a
/// program wants it.
///
/// GeoJSON is WGS-84 (RFC 7946). A document in another datum has a member `coordinate_system`, and no
/// `crs`, since no such system is registered.
public enum RouteCollection {
  /// Properties whose texts people wrote.
  private static let written: Set = [
    "site", "name", "team", "why_zh", "why_en", "reasons_zh", "reasons_en",
  ]

  /// One team's route: as it is but for what is masked and shifted.
  public static func geoJSON(of route: JSONText, datum: Datum = .wgs84) -> String {
    guard case .object(let members) = route else { return route.lines(depth: 2) }
    let features = (route["features"]?.items ?? []).map { given($0, datum) }
    var kept: [JSONText.Member] = []
    for member in members {
      switch member.name {
      case "features": kept.append(.init("features", .array(features)))
      case "bbox": kept += boundingBox(features)
      case "coordinate_system": continue
      default: kept.append(member)
      }
    }
    return JSONText.object(kept + label(datum)).lines(depth: 2)
  }

  /// The routes of several teams in one collection; every feature has its team's colour.
  public static func geoJSON(
    of routes: [JSONText], name: String, colours: TeamColours, datum: Datum = .wgs84
  ) -> String {
    let features = routes.flatMap { $0["features"]?.items ?? [] }.map { feature in
      let team = feature["properties"]?["team_id"]?.text ?? ""
      return coloured(given(feature, datum), colours.colour(of: team))
    }
    let members: [JSONText.Member] =
      [.init("type", .string("FeatureCollection")), .init("name", .string(name))]
      + boundingBox(features) + [.init("features", .array(features))] + label(datum)
    return JSONText.object(members).lines(depth: 2)
  }

  private static func label(_ datum: Datum) -> [JSONText.Member] {
    datum.fileLabel.map { [.init("coordinate_system", .string($0))] } ?? []
  }

  // MARK: Features

  private static func given(_ feature: JSONText, _ datum: Datum) -> JSONText {
    guard case .object(let members) = feature else { return feature }
    let geometry = feature["geometry"].map { shifted($0, datum) } ?? .null
    return .object(
      members.flatMap { member -> [JSONText.Member] in
        switch member.name {
        case "geometry": [.init("geometry", geometry)]
        case "bbox": boundingBox([.object([.init("geometry", geometry)])])
        case "properties": [.init("properties", properties(member.value, datum))]
        default: [member]
        }
      })
  }

  private static func properties(_ value: JSONText, _ datum: Datum) -> JSONText {
    guard case .object(let members) = value else { return value }
    return .object(
      members.map { member in
        switch member.name {
        case "base": .init("base", shifted(member.value, datum))
        case "nearby": .init("nearby", .array(member.value.items.map { properties($0, datum) }))
        case let name where written.contains(name): .init(name, masked(member.value))
        default: member
        }
      })
  }

  private static func masked(_ value: JSONText) -> JSONText {
    switch value {
    case .string(let text): .string(MaskedText.masked(text))
    case .array(let values): .array(values.map(masked))
    default: value
    }
  }

  private static func coloured(_ feature: JSONText, _ colour: MapColour) -> JSONText {
    guard case .object(let members) = feature else { return feature }
    return .object(
      members.map { member in
        guard member.name == "properties", case .object(let properties) = member.value else {
          return member
        }
        return .init(
          "properties",
          .object(properties + [.init("team_colour", .string(colour.hexadecimal))]))
      })
  }

  // MARK: Positions

  /// A geometry or a position in a datum; everything else as it is.
  private static func shifted(_ value: JSONText, _ datum: Datum) -> JSONText {
    guard datum.fileLabel != nil else { return value }
    switch value {
    case .object(let members):
      return .object(members.map { .init($0.name, shifted($0.value, datum)) })
    case .array(let values):
      guard let position = Coordinate(geoJSON: value) else {
        return .array(values.map { shifted($0, datum) })
      }
      let moved = datum.fromWGS84(position)
      return .array([.decimal(moved.x, places: 7), .decimal(moved.y, places: 7)])
    default: return value
    }
  }

  private static func boundingBox(_ features: [JSONText]) -> [JSONText.Member] {
    let box = Envelope(
      features.flatMap { positions($0["geometry"]?["coordinates"] ?? .null) })
    guard !box.isEmpty else { return [] }
    return [
      .init(
        "bbox",
        .array([box.minX, box.minY, box.maxX, box.maxY].map { .decimal($0, places: 7) }))
    ]
  }

  private static func positions(_ value: JSONText) -> [Coordinate] {
    if let position = Coordinate(geoJSON: value) { return [position] }
    return value.items.flatMap(positions)
  }
}
