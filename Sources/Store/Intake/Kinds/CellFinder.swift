internal import CampaignData
internal import Geo
internal import Inspection

/// Finds cells by identifier, official identifier or position.
struct CellFinder {
  private let identifiers: Set<String>
  private let byOfficialID: [String: String]
  private let cells: [Cell]
  private let places: PlaceIndex

  /// Indexes the cells of a workspace.
  init(_ cells: [Cell]) throws {
    self.cells = cells
    identifiers = Set(cells.map(\.id))
    var byOfficialID: [String: String] = [:]
    for cell in cells {
      if let official = cell.officialID { byOfficialID[official] = cell.id }
    }
    self.byOfficialID = byOfficialID
    places = try PlaceIndex(townships: [], cells: cells)
  }

  /// The identifier of the cell that a text names.
  func cell(named text: String) -> String? {
    identifiers.contains(text) ? text : byOfficialID[text]
  }

  /// The identifier of the cell that holds a position; nil outside the grid.
  func cell(at position: Coordinate) throws -> String? {
    let found = try places.locate(longitudes: [position.x], latitudes: [position.y]).cells[0]
    return found < 0 ? nil : cells[Int(found)].id
  }
}
