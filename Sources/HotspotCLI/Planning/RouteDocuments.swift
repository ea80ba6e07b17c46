import CampaignData
import Geo
import Inspection
import Publishing
import Store
import Terminal

/// Documents of a planned day's routes, made of its files and of what was known then.
struct RouteDocuments {
  let planned: PlannedDay
  let language: Language
  let datum: Datum

  private let workspace: Workspace

  init(_ planned: PlannedDay, in workspace: Workspace, language: Language, datum: Datum) {
    self.planned = planned
    self.workspace = workspace
    self.language = language
    self.datum = datum
  }

  /// A team's route.
  func document(of team: String, as format: RouteFormat) throws -> String {
    let route = try planned.route(team: team)
    guard format != .geojson else { return RouteCollection.geoJSON(of: route, datum: datum) }
    let surroundings = try surroundings(of: [route])
    return try document(surroundings.routes[0], surroundings, as: format)
  }

  /// The routes of all teams in one file.
  func collection(as format: RouteFormat) throws -> String {
    let routes = try planned.routes(team: nil)
    let surroundings = try surroundings(of: routes)
    return format == .geojson
      ? RouteCollection.geoJSON(
        of: routes, name: planned.date.description, colours: surroundings.colours, datum: datum)
      : KMLDocument.text(
        of: surroundings.routes, colours: surroundings.colours, language: language, datum: datum)
  }

  /// A file a team.
  func folder(as format: RouteFormat) throws -> FileBundle {
    let surroundings = try surroundings(of: try planned.routes(team: nil))
    var files = FileBundle()
    for route in surroundings.routes {
      files.add(
        try document(route, surroundings, as: format),
        as: PlanFiles.fileName(team: route.teamID) + "\(datum.fileMark).\(format.rawValue)")
    }
    return files
  }

  private func document(
    _ route: PlannedRoute, _ surroundings: DaySurroundings, as format: RouteFormat
  ) throws -> String {
    switch format {
    case .gpx: GPXDocument.text(of: route, language: language, datum: datum)
    case .html:
      PhonePage(
        of: route, plan: try planned.identifier(), townships: surroundings.facts.townships,
        colours: surroundings.colours, language: language
      ).text
    case .kml, .geojson:
      KMLDocument.text(
        of: [route], colours: surroundings.colours, language: language, datum: datum)
    }
  }

  /// Routes with what was known around them when the plan was made.
  func surroundings(of routes: [JSONText]) throws -> DaySurroundings {
    try DaySurroundings(routes, of: planned, in: workspace)
  }
}
