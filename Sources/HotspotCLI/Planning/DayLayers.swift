import Geo
import Inspection
import Publishing
import Terminal

/// A planned day with its surroundings as a GeoPackage.
struct DayLayers {
  private let documents: RouteDocuments
  private let team: String?

  init(_ documents: RouteDocuments, team: String?) {
    self.documents = documents
    self.team = team
  }

  /// Writes the file and says so.
  func write(to path: String, overwrite: Bool, console: Console) throws {
    let planned = documents.planned
    let surroundings = try documents.surroundings(of: try planned.routes(team: team))
    let layers = SurroundingLayers(
      routes: surroundings.routes, facts: surroundings.facts, covered: try planned.coverage(),
      colours: surroundings.colours)
    try layers.write(to: path, overwrite: overwrite)
    console.result("\(path)\n", json: .object([.init("output", .string(path))]))
  }
}
