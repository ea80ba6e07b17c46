import ArgumentParser
import CampaignData
import Store
import Terminal

/// Which cells a command looks at: those of a workspace, or of a file.
struct CellOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Folder of the workspace (default: this one).")
  var workspace: String?
  @Option(help: "Take the polygons of a file for the cells, not those of a workspace.")
  var cells: String?
  @Option(help: "Layer of --cells (default: the first).") var cellsLayer: String?
  @Option(help: "What the coordinates of --cells are in (default: what the file says).")
  var cellsFrom: PlaceReference?
  @Option(help: "Column of --cells with their identifiers (default: cell_id or id).")
  var id: String?
  @Option(help: "Column of --cells with their city (default: city_code, city_codes or city).")
  var cityField: String?
  @Option(help: "Only the cells of these cities, by code or name, as in 130100,Handan.")
  var city: [String] = []
  @Option(help: "With what was known by this moment, as in 2018-12-23T18:00 (default: now).")
  var asOf: Moment?

  func validate() throws {
    guard cells != nil || (cellsLayer == nil && cellsFrom == nil && id == nil && cityField == nil)
    else {
      throw ValidationError(
        "--cells-layer, --cells-from, --id and --city-field describe a file: name it with --cells.")
    }
    guard cells == nil || (workspace == nil && asOf == nil) else {
      throw ValidationError(
        "cells come from a file or from a workspace: leave out --cells, or --workspace and --as-of."
      )
    }
  }

  /// Opens the workspace; nil if the cells are a file's.
  func open() throws -> Workspace? {
    guard cells == nil else { return nil }
    do {
      return try Workspace.open(at: workspace ?? ".")
    } catch let error as StoreError where error.code == .inputMissing && workspace == nil {
      throw CommandFailure(
        status: .usage, message: "no cells: there is neither a file nor a workspace here",
        hint: "Name a workspace's folder with -w, or a file of cells with --cells.")
    }
  }

  /// The cells, those of other cities left out.
  func layer(of workspace: Workspace?) throws -> CellLayer {
    let layer: CellLayer
    if let cells {
      layer = try CellLayer(
        reading: cells, layer: cellsLayer, from: cellsFrom, id: id, city: cityField)
    } else if let workspace {
      layer = try CellLayer(workspace, asOf: asOf ?? .now)
    } else {
      throw CommandFailure(
        status: .usage, message: "no cells are named",
        hint: "Name a workspace's folder with -w, or a file of cells with --cells.")
    }
    return try layer.keeping(cities: city.flatMap { $0.split(separator: ",").map(String.init) })
  }
}
