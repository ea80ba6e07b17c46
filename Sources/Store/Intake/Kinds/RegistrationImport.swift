internal import CampaignData
internal import Geo
internal import Inspection

/// Imports an extract of the business registry: known sites learn what it says of them, and firms
/// that are no known site become ones; on no ledger, they are off-list.
enum RegistrationImport {
  /// Reads the file of a run into the table of sites.
  static func run(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    var stream = try DraftStream(run, waived: ["name"])
    let known = try KnownPlaces(&transaction)
    let registry = SiteRegistry(try transaction.newest(Site.self), locator: known.counties)
    let columns = ColumnAccess(stream.match)
    var completion = SiteCompletion(stream.match, options: run.options, defaultOrigin: "registry")
    var placer = try Placer(stream, run: run)
    var outside = OutsideCheck(
      known.counties, countyColumn: stream.match.position(of: "county_code"))
    let join = try PlaceJoin(townships: known.townships, cells: known.cells)
    var changes = SiteChanges(run.table)
    var matched = 0
    while var drafts = try stream.next(&run) {
      try placer.place(&drafts, counties: known.counties, &run)
      try outside.check(&drafts, &run)
      var new: [Draft] = []
      for draft in drafts {
        if let found = registry.find(query(draft, columns)) {
          matched += 1
          note(
            draft, columns, of: registry.sites[found].id, origin: run.options.origin, in: &changes)
        } else {
          new.append(draft)
        }
      }
      try join?.fill(&new, stream.match)
      try keep(new, &completion, columns, &run, &transaction)
    }
    try placer.checkWhole(run)
    stream.report(to: &run)
    for remark in outside.remarks("firms") { run.warn(remark) }
    for remark in completion.remarks { run.warn(remark) }
    placer.report(to: &run, references: nil, counties: known.counties)
    let changed = try changes.records(from: &transaction)
    let kept = try run.keepBeside(
      changed.records, rows: changed.rows, table: run.table, in: &transaction)
    run.report.updated += kept.updated
    run.report.same += matched - kept.updated
    run.warn(
      "\(matched) firms are known sites; \(run.report.new) others became sites on no ledger.")
  }

  private static func query(_ draft: Draft, _ columns: ColumnAccess) -> SiteRegistry.Query {
    SiteRegistry.Query(
      id: columns.text("id", of: draft), creditCode: columns.text("credit_code", of: draft),
      name: columns.text("name", of: draft), county: columns.text("county_code", of: draft))
  }

  private static func note(
    _ draft: Draft, _ columns: ColumnAccess, of site: String, origin: String?,
    in changes: inout SiteChanges
  ) {
    let code = columns.text("credit_code", of: draft).flatMap(CreditCode.normalised)
    changes.note(
      [
        ("origin", .text(columns.text("origin", of: draft) ?? origin ?? "registry"), .vouch),
        ("credit_code", .optional(code), .fill),
        ("industry", columns.value("industry", of: draft), .fill),
        ("address", columns.value("address", of: draft), .fill),
        ("county_code", columns.value("county_code", of: draft), .fill),
        ("status", columns.value("status", of: draft), .replace),
      ], of: site, by: draft)
  }

  private static func keep(
    _ drafts: [Draft], _ completion: inout SiteCompletion, _ columns: ColumnAccess,
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    var kept: [Draft] = []
    for var draft in drafts {
      do throws(Rejection) {
        guard columns.text("name", of: draft) != nil else {
          throw Rejection(
            row: draft.number, column: columns.heading("name"),
            reason: "no name, and its credit code is of no known site")
        }
        try completion.complete(&draft)
        kept.append(draft)
      } catch {
        try run.reject(error)
      }
    }
    try run.keep(
      kept.map { $0.record(in: run.table) }, rows: kept.map(\.number), in: &transaction)
  }
}
