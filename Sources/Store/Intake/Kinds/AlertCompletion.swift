internal import CampaignData
internal import Geo

/// Finds the cell of an alert, by its number or by its position.
struct AlertCompletion: Completion {
  private let columns: ColumnAccess
  private let cells: CellFinder
  private var unknownCells = 0
  private var withoutTime = 0

  init(_ match: HeadingMatch, cells: CellFinder) {
    columns = ColumnAccess(match)
    self.cells = cells
  }

  mutating func complete(_ draft: inout Draft) throws(Rejection) {
    let cell = try cell(of: draft)
    columns.set("cell_id", .text(cell), of: &draft)
    if columns.text("issued_at", of: draft) == nil {
      withoutTime += 1
      columns.set("issued_at", .text(draft.knownAt.description), of: &draft)
    }
    columns.identify("alert-", by: ["cell_id", "period", "reason"], &draft)
  }

  private mutating func cell(of draft: Draft) throws(Rejection) -> String {
    let named = columns.text("cell_id", of: draft)
    if let named, let found = cells.cell(named: named) { return found }
    if case .point(let position) = draft.geometry {
      guard let found = try? cells.cell(at: position) else {
        throw Rejection(
          row: draft.number, column: columns.heading("lon"), value: Placer.text(position),
          reason: "the position lies in no cell of the grid")
      }
      return found
    }
    guard let named else {
      throw Rejection(
        row: draft.number, column: columns.heading("cell_id"),
        reason: "names neither a cell nor a position")
    }
    unknownCells += 1
    return named
  }

  var remarks: [String] {
    var remarks: [String] = []
    if unknownCells > 0 {
      remarks.append(
        "\(unknownCells) alerts name cells that the workspace does not have; import the official "
          + "grid with `hotspot import cells`, or give positions.")
    }
    if withoutTime > 0 {
      remarks.append("\(withoutTime) alerts name no time of issue; it is the time they were known.")
    }
    return remarks
  }
}
