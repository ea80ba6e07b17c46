public import CampaignData
public import Geo

/// One team's list and way of a day as its route's file holds them, for other documents to be made of.
///
/// Texts are masked: no telephone or identity card number comes out of here.
public struct PlannedRoute: Sendable {
  /// The team's identifier.
  public let teamID: String
  /// Its name.
  public let team: String
  /// The inspected city's code.
  public let cityCode: String
  /// The city's name in Chinese.
  public let city: String
  /// The round.
  public let round: Int
  /// The day.
  public let date: CalendarDate
  /// What was known by then is in the plan.
  public let planAsOf: Moment
  /// Leaving the base.
  public let departure: Moment
  /// Being back.
  public let arrival: Moment
  /// Metres driven.
  public let distance: Double
  /// Who says how long the ways take.
  public let timesSource: String
  /// What the way follows: `straight` from stop to stop, or the name of a road network.
  public let waySource: String
  /// True if the way follows roads.
  public var isByRoad: Bool { waySource != "straight" }
  /// Where the day starts and ends, WGS-84.
  public let base: Coordinate
  /// The way, WGS-84; empty on a day without stops.
  public let way: [Coordinate]
  /// Whose borders the stops' townships have.
  public let townshipSources: [String]
  /// The stops in their order.
  public var stops: [PlannedStop]

  /// Reads what `RouteDocument` wrote; `file` is named in errors.
  ///
  /// Throws `PublishingError` for another file.
  public init(_ document: JSONText, file: String) throws(PublishingError) {
    let features = document["features"]?.items ?? []
    guard let route = features.first(where: { $0["properties"]?["feature"]?.text == "route" }),
      let members = RouteMembers(route)
    else { throw Self.notARoute(file) }
    var stops: [PlannedStop] = []
    for feature in features where feature["properties"]?["feature"]?.text == "stop" {
      guard let stop = PlannedStop(feature) else { throw Self.notARoute(file) }
      stops.append(stop)
    }
    self.init(members, stops: stops.sorted { $0.order < $1.order })
  }

  private init(_ members: RouteMembers, stops: [PlannedStop]) {
    teamID = members.text("team_id")
    team = MaskedText.masked(members.text("team"))
    cityCode = members.text("city_code")
    city = members.text("city")
    round = members.round
    date = members.date
    planAsOf = members.planAsOf
    departure = members.departure
    arrival = members.arrival
    distance = members.properties["distance_m"]?.number ?? 0
    timesSource = members.text("times_source")
    waySource = members.text("geometry_source")
    base = members.base
    way = members.way
    townshipSources = members.properties["township_sources"]?.items.compactMap(\.text) ?? []
    self.stops = stops
  }

  private static func notARoute(_ file: String) -> PublishingError {
    PublishingError(
      kind: .badData, file: file, message: "not a route as `hotspot plan day` writes it",
      nextStep: "plan the day again: the file was changed or damaged")
  }
}

/// The members of a route's feature that no route is without.
private struct RouteMembers {
  let properties: JSONText
  let round: Int
  let date: CalendarDate
  let planAsOf: Moment
  let departure: Moment
  let arrival: Moment
  let base: Coordinate
  let way: [Coordinate]

  init?(_ feature: JSONText) {
    guard let properties = feature["properties"], let round = properties["round"]?.whole,
      let date = properties["date"]?.text.flatMap(CalendarDate.init),
      let planAsOf = properties["plan_as_of"]?.text.flatMap({ Moment($0) }),
      let departure = properties["departure"]?.text.flatMap({ Moment($0) }),
      let arrival = properties["return"]?.text.flatMap({ Moment($0) }),
      let base = properties["base"].flatMap(Coordinate.init(geoJSON:)),
      properties["team_id"]?.text != nil
    else { return nil }
    self.properties = properties
    (self.round, self.date, self.planAsOf) = (round, date, planAsOf)
    (self.departure, self.arrival, self.base) = (departure, arrival, base)
    way = (feature["geometry"]?["coordinates"]?.items ?? []).compactMap(Coordinate.init(geoJSON:))
  }

  func text(_ name: String) -> String { properties[name]?.text ?? "" }
}

extension Coordinate {
  /// A position of GeoJSON; nil for something else.
  init?(geoJSON position: JSONText) {
    let numbers = position.items.compactMap(\.number)
    guard numbers.count >= 2 else { return nil }
    self.init(numbers[0], numbers[1])
  }
}
