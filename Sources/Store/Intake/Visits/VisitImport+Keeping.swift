internal import CampaignData
internal import Geo
internal import Inspection

extension VisitImport {
  /// Counts what became of rows, and rejects those that contradict another of the same people.
  static func count(
    _ fates: [VisitBook.Fate], of reports: [FieldReport], _ run: inout ImportRun
  ) throws {
    for (fate, report) in zip(fates, reports) {
      switch fate {
      case .new: run.report.new += 1
      case .updated: run.report.updated += 1
      case .same: run.report.same += 1
      case .conflict(let first):
        try run.reject(
          Rejection(
            row: report.row, column: "id", value: report.visitID,
            reason: "row \(first) has the same identifier and says something else; name who "
              + "confirms each (confirmed_by), and both are kept"))
      }
    }
  }

  /// Stores the visits that gained reports, their problems and the reports.
  static func keep(
    _ book: VisitBook, _ problems: inout ProblemBook, _ stops: VisitStops,
    _ sites: [String: Site], rules: EvidenceRules, _ account: inout VisitAccount,
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    var visits: [VisitReport] = []
    visits.reserveCapacity(book.touched.count)
    for touched in book.touched {
      let versions = book.versions(of: touched)
      problems.enter(
        versions, of: touched, topic: sites[touched.reports[0].siteID]?.topics.first)
      for version in versions {
        var visit = version.visit
        if visit.stopID == nil { visit.stopID = stops.stop(of: visit)?.id }
        visits.append(visit)
      }
      if let last = versions.last, var visit = visits.last {
        visit.stopID = visit.stopID ?? last.visit.stopID
        count(last, visit, touched, sites[visit.siteID], rules, &account)
      }
    }
    account.merged = book.merged
    account.withdrawn = problems.withdrawn
    let origin = WorkspaceTransaction.Provenance(file: run.path, importedAt: run.importedAt)
    try transaction.append(visits, origin) { $0.knownAt }
    try transaction.append(book.added, origin) { $0.knownAt }
    try transaction.append(problems.rows, origin) { $0.knownAt }
    let changed = try problems.changes.records(from: &transaction)
    if let table = Schema.table(named: FoundProblem.table) {
      try transaction.append(
        changed.records, to: table, from: run.path, importedAt: run.importedAt)
    }
  }

  private static func count(
    _ merge: ReportMerge, _ visit: VisitReport, _ touched: VisitBook.Touched, _ site: Site?,
    _ rules: EvidenceRules, _ account: inout VisitAccount
  ) {
    account.visits += 1
    if visit.stopID != nil { account.tied += 1 }
    if touched.reports.contains(where: { $0.id != touched.reports[0].id }) {
      account.mergedVisits += 1
    }
    account.conflicts += merge.conflicts
    let problems = merge.problems.map {
      FoundProblem(id: "", visitID: visit.id, type: $0.type, knownAt: visit.knownAt)
    }
    let chain = EvidenceChain(of: visit, site: site, problems: problems, rules: rules)
    if !chain.isComplete { account.incompleteChains += 1 }
  }

  /// Stores the sites made of finds, with the township and cell that hold them.
  static func keep(
    _ finds: [Site], _ known: KnownPlaces, _ account: inout VisitAccount,
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction
  ) throws {
    account.finds = finds
    guard !finds.isEmpty, let table = Schema.table(named: Site.table) else { return }
    let names = Site.columns + ["township_code", "cell_id"]
    let layout = try RowLayout(table: Site.table, columns: names)
    let places = try PlaceIndex(townships: known.townships, cells: known.cells)
    let held = try places.locate(
      longitudes: finds.map(\.position.x), latitudes: finds.map(\.position.y))
    let origin = WorkspaceTransaction.Provenance(file: run.path, importedAt: run.importedAt)
    var records: [Record] = []
    for (index, find) in finds.enumerated() {
      let (township, cell) = (Int(held.townships[index]), Int(held.cells[index]))
      var site = find
      site.countyCode = known.counties?.locate(find.position).map {
        known.counties?.counties[$0].code ?? ""
      }
      let values =
        site.values + [
          .optional(township < 0 ? nil : known.townships[township].code),
          .optional(cell < 0 ? nil : known.cells[cell].id),
        ]
      records.append(
        Record(
          values: layout.row(values, knownAt: site.knownAt, origin), geometry: site.geometry,
          knownAt: site.knownAt))
    }
    try transaction.append(records, to: table, from: run.path, importedAt: run.importedAt)
  }
}
