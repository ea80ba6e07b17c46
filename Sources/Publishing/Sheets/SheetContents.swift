import CampaignData
import Geo
import Inspection

/// What a team's sheet of a day holds.
public struct SheetContents: Sendable {
  /// The team's list and way.
  public let route: PlannedRoute
  /// The stops in their order.
  public let stops: [SheetStop]
  /// The team's colour, the same as on the map and the phone.
  public let colour: MapColour
  /// The plan's identifier.
  public let planID: String

  /// Reads a route's file, and adds the last visits that were known when the day was planned.
  ///
  /// Throws `PublishingError` for a file that is no route.
  init(
    _ document: JSONText, file: String, planID: String, colour: (String) -> MapColour,
    lastVisits: [String: Visit]
  ) throws(PublishingError) {
    var route = try PlannedRoute(document, file: file)
    for index in route.stops.indices {
      guard let visit = lastVisits[route.stops[index].targetID] else { continue }
      route.stops[index].lastVisit = PlannedStop.LastVisit(
        date: visit.visitedAt.date, outcome: visit.outcome)
    }
    var features: [String: JSONText] = [:]
    for feature in document["features"]?.items ?? [] {
      if let id = feature["id"]?.text { features[id] = feature }
    }
    var place = route.base
    stops = route.stops.map { stop in
      defer { place = stop.position }
      return SheetStop(stop, from: place, feature: features[stop.id])
    }
    self.route = route
    self.planID = planID
    self.colour = colour(route.teamID)
  }

  /// Which day of its round it is, from 1; nil outside of the calendar.
  public var dayOfRound: Int? {
    CampaignData.rounds.round(route.round).flatMap { round in
      round.days.contains(route.date) ? route.date - round.firstDay + 1 : nil
    }
  }
}
