internal import CampaignData
internal import Geo
internal import Inspection

/// Imports a list of cells, by identifier or position, that says which are hot.
enum HotCellList {
  /// Reads a table or layer of points; the cells named become hot unless the list says otherwise.
  static func run(
    _ stream: consuming DraftStream, _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    let cells = try transaction.newest(Cell.self)
    guard !cells.isEmpty else {
      throw StoreError(
        .badData, "there are no cells yet that could be hot", file: run.path,
        nextStep: "Import the counties first, which makes the grid, or the official grid.")
    }
    let counties = try CountyLocator(transaction.newest(CountyArea.self))
    let finder = try CellFinder(cells)
    let positions = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1.id, $0) })
    let columns = ColumnAccess(stream.match)
    var placer = try Placer(stream, run: run)
    while var drafts = try stream.next(&run) {
      try placer.place(&drafts, counties: counties, &run)
      var found: [(draft: Draft, cell: Cell)] = []
      for draft in drafts {
        do throws(Rejection) {
          let id = try cell(of: draft, finder, columns)
          guard let position = positions[id] else { continue }
          found.append((draft, changed(cells[position], by: draft, columns)))
        } catch {
          try run.reject(error)
        }
      }
      try keep(found, &run, &transaction)
    }
    try placer.checkWhole(run)
    stream.report(to: &run)
    placer.report(to: &run, references: nil, counties: counties)
    run.warn("\(try transaction.newest(Cell.self).count(where: \.isHot)) cells are hot now.")
  }

  private static func cell(
    of draft: Draft, _ finder: CellFinder, _ columns: ColumnAccess
  ) throws(Rejection) -> String {
    for column in ["id", "official_id"] {
      if let name = columns.text(column, of: draft), let id = finder.cell(named: name) {
        return id
      }
    }
    if let point = draft.point, let id = try? finder.cell(at: point) { return id }
    throw Rejection(
      row: draft.number, column: columns.heading("id"),
      value: columns.text("id", of: draft) ?? draft.point.map(Placer.text),
      reason: "no cell of the workspace has this identifier or position")
  }

  private static func changed(_ cell: Cell, by draft: Draft, _ columns: ColumnAccess) -> Cell {
    var cell = cell
    cell.isHot = columns.number("hot", of: draft) != 0
    cell.officialID = columns.text("official_id", of: draft) ?? cell.officialID
    cell.knownAt = max(cell.knownAt, draft.knownAt)
    return cell
  }

  private static func keep(
    _ found: [(draft: Draft, cell: Cell)], _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    let squares = try CellSquares(found.map(\.cell))
    let width = run.table.columns.count - Schema.commonColumns.count
    let places = Cell.columns.map { name in run.table.columns.firstIndex { $0.name == name } }
    var records: [Record] = []
    for (index, entry) in found.enumerated() {
      var values = [FieldValue](repeating: .null, count: width)
      for (place, value) in zip(places, entry.cell.values) {
        if let place { values[place] = value }
      }
      records.append(
        Record(
          values: values, geometry: squares[index].map(Geometry.area) ?? entry.cell.geometry,
          knownAt: entry.cell.knownAt))
    }
    try run.keep(records, rows: found.map(\.draft.number), in: &transaction)
  }
}
