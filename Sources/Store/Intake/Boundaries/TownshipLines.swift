internal import CampaignData
internal import Geo
internal import Inspection

/// Makes townships from the lines of their borders: the areas that the lines enclose, each with
/// the code and name of the one point of `--names` that stands in it.
enum TownshipLines {
  /// Reads a layer of lines into the table of townships; every area enclosed counts as read.
  static func run(
    _ stream: consuming DraftStream, _ counties: CountyLocator?, _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    guard let namesFile = run.options.namesFile else {
      throw StoreError(
        .usage, "lines alone do not say which township is which", file: run.path,
        nextStep: "Add --names FILE with points that have codes and names of townships.")
    }
    var placer = try AreaPlacer(stream, run: run)
    var lines: [[Coordinate]] = []
    while let drafts = try stream.next(&run) {
      for draft in drafts {
        if case .lines(let parts) = draft.geometry { lines += parts }
      }
    }
    let count = run.report.read
    let enclosed = try GeometryRepair.polygonise(lines: lines).map { MultiPolygon([$0]) }
    run.report.read = enclosed.count
    run.warn("\(count) lines enclose \(enclosed.count) areas.")
    let blank = [FieldValue](repeating: .null, count: stream.match.columns.count)
    let drafts = enclosed.enumerated().map { index, area in
      Draft(number: index + 1, values: blank, geometry: .area(area), knownAt: run.importedAt)
    }
    let areas = try placer.place(drafts, &run)
    try placer.checkWhole(run)
    let names = try TownshipNames(file: namesFile, for: run)
    try keep(areas, names, counties, &run, &transaction)
  }

  private static func keep(
    _ areas: [Draft], _ names: TownshipNames, _ counties: CountyLocator?,
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    var resolver = TownshipResolver(
      names.match, counties: counties, options: run.options, source: "official")
    let inside = try names.inside(areas)
    var kept: [Draft] = []
    for (area, points) in zip(areas, inside) {
      do throws(Rejection) {
        guard points.count == 1, var draft = points.first else {
          throw Rejection(
            row: area.number,
            reason: points.isEmpty
              ? "no point of the names stands in this area"
              : "\(points.count) points of the names stand in this area")
        }
        let point = draft.point
        try resolver.complete(&draft, at: point)
        draft.geometry = area.geometry
        kept.append(draft)
      } catch {
        try run.reject(error)
      }
    }
    for remark in resolver.remarks { run.warn(remark) }
    try run.keep(
      kept.map { $0.record(in: run.table) }, rows: kept.map(\.number), in: &transaction)
  }
}
