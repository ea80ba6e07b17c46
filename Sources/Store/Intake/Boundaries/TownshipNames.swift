internal import CampaignData
internal import Geo

/// Points with the codes and names of townships, to name areas by.
struct TownshipNames {
  /// How the headings of the file were matched.
  let match: HeadingMatch
  private let points: [Draft]

  /// Reads the points of a file; those without a position are left out.
  ///
  /// The datum is `namesDatum`: lines from a survey and points from a web map rarely share one.
  init(file: String, for run: ImportRun) throws(StoreError) {
    var options = run.options
    options.layer = nil
    options.coordinateSystem = nil
    options.datum = run.options.namesDatum
    guard let table = Schema.table(named: "townships") else {
      throw StoreError(
        .software, "the schema has no townships",
        nextStep: "Report this as a fault of the program.")
    }
    var side = ImportRun(
      kind: run.kind, table: table, path: file, options: options, importedAt: run.importedAt,
      log: nil)
    var stream = try DraftStream(side, waived: ["code"])
    var placer = try Placer(stream, run: side)
    var points: [Draft] = []
    while var drafts = try stream.next(&side) {
      try placer.place(&drafts, counties: nil, &side)
      points += drafts.filter { $0.point != nil }
    }
    try placer.checkWhole(side)
    match = stream.match
    self.points = points
  }

  /// The points that stand in each area.
  func inside(_ areas: [Draft]) throws(IndexError) -> [[Draft]] {
    let polygons = areas.map { draft in
      if case .area(let area) = draft.geometry { area } else { MultiPolygon() }
    }
    let index = try PolygonIndex(polygons)
    var found = [[Draft]](repeating: [], count: areas.count)
    for point in points {
      if let position = point.point, let area = index.locate(position) { found[area].append(point) }
    }
    return found
  }
}
