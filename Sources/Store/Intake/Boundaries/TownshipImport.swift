internal import CampaignData
internal import Geo
internal import Inspection

/// Imports townships: from borders, from seats by dividing the counties among them, or from border
/// lines with the names of points.
enum TownshipImport {
  /// Reads the file of a run into the table of townships, and what follows from it.
  static func run(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    let stream = try DraftStream(
      run, waived: run.options.namesFile == nil ? ["code"] : ["code", "name"])
    let counties = try CountyLocator(transaction.newest(CountyArea.self))
    switch stream.source.geometryKind {
    case .area, .any:
      try TownshipAreas.run(stream, counties, &run, &transaction)
    case .point, .none:
      try TownshipSeats.run(stream, counties, &run, &transaction)
    case .lines:
      try TownshipLines.run(stream, counties, &run, &transaction)
    }
    try finish(counties, &run, &transaction)
  }

  private static func finish(
    _ counties: CountyLocator?, _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    let townships = try transaction.newest(Township.self)
    let covered = Set(townships.map(\.countyCode))
    let bare = counties?.counties.filter { !covered.contains($0.code) } ?? []
    run.warn(
      "The workspace has \(townships.count) townships in \(covered.count) counties"
        + (bare.isEmpty
          ? "."
          : "; \(bare.count) counties have none: "
            + NameList.text(bare.map { "\($0.code) \($0.name)" }) + "."))
    if counties == nil {
      run.warn("No counties are loaded; townships belong to counties by their codes only.")
    }
    if let remark = OverlapReport.remark(
      on: townships.map(\.area), names: townships.map(\.name), plural: "townships")
    {
      run.warn(remark)
    }
    // A trial is undone: what follows from the borders need not be worked out.
    if run.report.new + run.report.updated > 0, !run.options.dryRun { try transaction.rejoin() }
  }
}
