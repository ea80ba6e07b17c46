internal import CampaignData
internal import Geo
internal import Inspection

/// Imports cells: an official grid with its own identifiers, or a list of hot cells.
enum CellImport {
  /// Reads the file of a run into the table of cells.
  static func run(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    let stream = try DraftStream(run, waived: ["id"])
    switch stream.source.geometryKind {
    case .area, .any: try OfficialGrid.run(stream, &run, &transaction)
    default: try HotCellList.run(stream, &run, &transaction)
    }
  }
}
