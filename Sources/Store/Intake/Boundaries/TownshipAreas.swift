internal import CampaignData
internal import Geo
internal import Inspection

/// Imports townships from their borders.
enum TownshipAreas {
  /// Reads a layer of areas into the table of townships.
  static func run(
    _ stream: consuming DraftStream, _ counties: CountyLocator?, _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    let references = ReferencePoints(
      try transaction.newest(Township.self).flatMap { $0.area.corners },
      name: "the borders loaded before")
    var placer = try AreaPlacer(stream, run: run)
    var resolver = TownshipResolver(
      stream.match, counties: counties, options: run.options, source: "official")
    while let drafts = try stream.next(&run) {
      var kept: [Draft] = []
      for var draft in try placer.place(drafts, &run) {
        do throws(Rejection) {
          try resolver.complete(&draft, at: middle(of: draft))
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
    for remark in resolver.remarks { run.warn(remark) }
    placer.report(to: &run, references: references)
  }

  private static func middle(of draft: Draft) -> Coordinate? {
    guard case .area(let area) = draft.geometry else { return nil }
    return area.representativePoint
  }
}
