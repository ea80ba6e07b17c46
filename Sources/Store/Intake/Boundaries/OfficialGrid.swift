internal import CampaignData
internal import Geo
internal import Inspection

/// Imports the cells of an official grid, whose origin and identifiers are taken as they are.
enum OfficialGrid {
  /// Reads a layer of areas into the table of cells.
  static func run(
    _ stream: consuming DraftStream, _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    let counties = try CountyLocator(transaction.newest(CountyArea.self))
    let hasOwnCells = try transaction.newest(Cell.self).contains { $0.place != nil }
    let columns = ColumnAccess(stream.match)
    var placer = try AreaPlacer(stream, run: run)
    while let drafts = try stream.next(&run) {
      var kept: [Draft] = []
      for var draft in try placer.place(drafts, &run) {
        columns.fill("id", columns.value("official_id", of: draft), of: &draft)
        guard let id = columns.text("id", of: draft) else {
          try run.reject(
            Rejection(
              row: draft.number, column: columns.heading("id"),
              reason: "a cell without an identifier"))
          continue
        }
        columns.fill("official_id", .text(id), of: &draft)
        columns.fill("hot", .flag(false), of: &draft)
        columns.fill("city_codes", .list(cities(of: draft, counties)), of: &draft)
        // Column and row are those of our own grid, which this cell is none of.
        columns.set("column", .null, of: &draft)
        columns.set("row", .null, of: &draft)
        kept.append(draft)
      }
      try run.keep(
        kept.map { $0.record(in: run.table) }, rows: kept.map(\.number), in: &transaction)
    }
    try placer.checkWhole(run)
    stream.report(to: &run)
    placer.report(to: &run, references: nil)
    if hasOwnCells {
      run.warn("The official cells are used instead of our own, which stay in the table.")
    }
    try transaction.rejoin()
  }

  /// The cities that hold a corner or the middle of a cell, in the order of their codes.
  private static func cities(of draft: Draft, _ counties: CountyLocator?) -> [String] {
    guard let counties, case .area(let area) = draft.geometry else { return [] }
    var points = area.corners
    if let middle = area.representativePoint { points.append(middle) }
    let found = counties.locate(points).filter { $0 >= 0 }
    return Set(found.map { counties.counties[$0].cityCode }).sorted()
  }
}
