internal import CampaignData
internal import Geo
internal import Inspection

/// Imports a ledger: every entry is kept, and the site that it means is marked as listed.
///
/// An entry that means no known site becomes one, told of by the locality, if it has a position.
/// Entries are taken in the order of what they say (``LedgerOrder``), since a locality chooses the
/// order of its rows.
enum LedgerImport {
  /// Entries kept at once.
  private static let batch = 20_000

  /// Reads the file of a run into the tables of ledgers and sites.
  static func run(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    guard let siteTable = Schema.table(named: "sites") else { return }
    var stream = try DraftStream(run)
    try requireLedger(stream.match, run)
    let known = try KnownPlaces(&transaction)
    var merge = LedgerMerge(
      stream.match, options: run.options, siteTable: siteTable,
      registry: SiteRegistry(try transaction.newest(Site.self), locator: known.counties))
    var placer = try Placer(stream, run: run)
    var outside = OutsideCheck(
      known.counties, countyColumn: stream.match.position(of: "county_code"))
    var entries: [Draft] = []
    while var drafts = try stream.next(&run) {
      try placer.place(&drafts, counties: known.counties, &run)
      try outside.check(&drafts, &run)
      entries += drafts
    }
    entries = LedgerOrder(stream.match).sorted(entries)
    for start in stride(from: 0, to: entries.count, by: batch) {
      var kept: [Draft] = []
      for var draft in entries[start..<min(start + batch, entries.count)] {
        do throws(Rejection) {
          try merge.complete(&draft)
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
    placer.report(to: &run, references: nil, counties: known.counties)
    try keepSites(merge, siteTable, known, &run, &transaction)
  }

  private static func requireLedger(
    _ match: HeadingMatch, _ run: ImportRun
  ) throws(StoreError) {
    guard match.field(of: "kind") == nil, run.options.ledger == nil else { return }
    throw StoreError(
      .usage, "the file does not say which ledger it is", file: run.path,
      found: match.headings.joined(separator: ", "),
      expected: "a column kind (台账类型) or --ledger",
      nextStep: "Add --ledger with one of "
        + CampaignData.ledgerKinds.map(\.key).joined(separator: ", ") + ".")
  }

  private static func keepSites(
    _ merge: LedgerMerge, _ table: TableSchema, _ known: KnownPlaces, _ run: inout ImportRun,
    _ transaction: inout WorkspaceTransaction
  ) throws {
    let changed = try merge.changes.records(from: &transaction)
    let marked = try run.keepBeside(
      changed.records, rows: changed.rows, table: table, in: &transaction)
    var sites = merge.newSites
    let join = try PlaceJoin(townships: known.townships, cells: known.cells)
    try join?.fill(&sites, township: merge.township, cell: merge.cell)
    let added = try run.keepBeside(
      sites.map { $0.record(in: table) }, rows: sites.map(\.number), table: table,
      in: &transaction)
    run.warn(
      "\(marked.updated) known sites were marked as listed, \(added.new) new ones were made of "
        + "entries that mean no known site.")
    if merge.withoutSite > 0 {
      run.warn(
        "\(merge.withoutSite) entries mean no known site and have no position; they were kept "
          + "without one.")
    }
  }
}
