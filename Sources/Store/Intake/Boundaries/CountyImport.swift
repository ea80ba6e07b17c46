internal import CampaignData
internal import Geo
internal import Inspection

/// Imports the borders of counties: the city by table, codes of any vintage, borders mended.
enum CountyImport {
  /// Reads the file of a run into the table of counties, and what follows from it.
  static func run(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    var stream = try DraftStream(run, waived: ["code"])
    try LayerGeometry.require(.area, of: stream.source, for: run)
    let references = ReferencePoints(
      try transaction.newest(CountyArea.self).flatMap { $0.area.corners },
      name: "the borders loaded before")
    var placer = try AreaPlacer(stream, run: run)
    let resolver = CountyResolver(stream.match)
    let columns = ColumnAccess(stream.match)
    while let drafts = try stream.next(&run) {
      var kept: [Draft] = []
      for var draft in try placer.place(drafts, &run) {
        do throws(Rejection) {
          complete(&draft, try resolver.county(of: draft), columns)
          kept.append(draft)
        } catch {
          try run.reject(error)
        }
      }
      try run.keep(
        kept.map { $0.record(in: run.table) }, rows: kept.map(\.number), in: &transaction)
    }
    try placer.checkWhole(run)
    stream.report(to: &run)
    placer.report(to: &run, references: references)
    try finish(&run, &transaction)
  }

  private static func complete(
    _ draft: inout Draft, _ found: CountyResolver.Found, _ columns: ColumnAccess
  ) {
    columns.set("code", .text(found.code), of: &draft)
    columns.set("city_code", .text(found.cityCode), of: &draft)
    columns.set(
      "city", .optional(CampaignData.city(code: found.cityCode)?.nameZH), of: &draft)
    if case .recoded(_, let recoding) = found.resolution {
      columns.fill("vintage", .optional(recoding.changed), of: &draft)
    }
  }

  private static func finish(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    let counties = try transaction.newest(CountyArea.self)
    for remark in CountyCensus(counties).remarks { run.warn(remark) }
    if let remark = OverlapReport.remark(
      on: counties.map(\.area), names: counties.map(\.name), plural: "counties")
    {
      run.warn(remark)
    }
    // A trial is undone: what follows from the borders need not be worked out.
    if run.report.new + run.report.updated > 0, !run.options.dryRun { try transaction.rejoin() }
  }
}

extension Draft {
  /// The row of a table whose columns begin the kind's.
  func record(in table: TableSchema) -> Record {
    Record(
      values: Array(values.prefix(table.columns.count - Schema.commonColumns.count)),
      geometry: table.geometry == .none ? nil : geometry, knownAt: knownAt)
  }
}

extension MultiPolygon {
  /// The corners of all rings.
  var corners: [Coordinate] { polygons.flatMap { $0.rings.flatMap(\.self) } }
}
