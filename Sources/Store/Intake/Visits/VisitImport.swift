internal import CampaignData
internal import Geo
internal import Inspection

/// Imports reports of visits: judges each, merges those of one visit, ties visits to what was planned
/// and makes sites of what was found off the lists.
enum VisitImport {
  /// Reads the file of a run into the tables `visits`, `problems`, `visit_reports` and `sites`.
  static func run(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction, in workspace: Workspace
  ) throws {
    let limits = VisitLimits(workspace.settings)
    let known = try KnownPlaces(&transaction)
    let sites = try transaction.newest(Site.self)
    var (rows, judge) = try read(&run, &transaction, known, sites, limits)
    var account = VisitAccount()

    var finds = FoundSites(sites, radius: limits.findRadius)
    finds.settle(&rows)
    let all = Dictionary((sites + finds.made).map { ($0.id, $0) }) { $1 }

    var stored = try StoredReports(
      days: span(rows), named: Set(rows.compactMap(\.givenID)), from: &transaction)
    var problems = try problemBook(rows.isEmpty ? [] : stored.visits, &transaction)
    for visit in stored.unreported {
      stored.adopt(visit, problems: problems.reported(of: visit.id))
    }
    let identity = VisitIdentity(stored.unreported)
    for index in rows.indices { identity.settle(&rows[index]) }

    let checks = TeamChecks(limits, counties: known.counties) { all[$0]?.position }
    mark(&rows, checks, stored, &judge)
    let stops = try VisitStops(workspace, days: days(rows), reach: limits.stopReach)
    noteStops(&rows, stops, &judge)
    notePhotos(&rows, run.options.photosFolder, &judge)

    var book = VisitBook(stored, window: limits.window)
    let reports = rows.map(\.report)
    try count(book.enter(reports), of: reports, &run)
    try keep(
      book, &problems, stops, all, rules: workspace.settings.evidenceRules, &account, &run,
      &transaction)
    try keep(finds.made, known, &account, &run, &transaction)
    account.doubts = judge.doubts.sorted { ($0.row, $0.kind) < ($1.row, $1.kind) }
    run.report.visits = account
    tellSealed(stops, &run)
  }

  // MARK: Reading

  private static func read(
    _ run: inout ImportRun, _ transaction: inout WorkspaceTransaction, _ known: KnownPlaces,
    _ sites: [Site], _ limits: VisitLimits
  ) throws -> (rows: [VisitRow], judge: VisitJudge) {
    var stream = try DraftStream(run)
    var placer = try Placer(stream, run: run)
    var judge = VisitJudge(
      stream.match, registry: SiteRegistry(sites, locator: known.counties),
      teams: try transaction.newest(Team.self), counties: known.counties, limits: limits,
      isForm: run.form != nil)
    let parts = ProblemParts(stream.match)
    var rows: [VisitRow] = []
    while let drafts = try stream.next(&run, apart: parts.apart) {
      var (whole, further) = together(drafts, judge)
      try placer.place(&whole, counties: known.counties, &run)
      for draft in whole {
        do throws(Rejection) {
          rows.append(try judge.row(draft, further: further[draft.number] ?? []))
        } catch {
          try run.reject(error)
        }
      }
    }
    try placer.checkWhole(run)
    stream.report(to: &run)
    placer.report(
      to: &run, references: ReferencePoints(sites.map(\.position), name: "known sites"),
      counties: known.counties)
    return (rows, judge)
  }

  /// The rows, and of those taken apart the problems of all parts but the first.
  private static func together(
    _ drafts: [Draft], _ judge: VisitJudge
  ) -> (whole: [Draft], further: [Int: [ReportedProblem]]) {
    var whole: [Draft] = []
    whole.reserveCapacity(drafts.count)
    var further: [Int: [ReportedProblem]] = [:]
    for draft in drafts {
      if draft.number == whole.last?.number {
        further[draft.number, default: []] += [judge.problem(draft)].compactMap(\.self)
      } else {
        whole.append(draft)
      }
    }
    return (whole, further)
  }

  private static func days(_ rows: [VisitRow]) -> [CalendarDate] {
    Set(rows.map { $0.report.visitedAt.date }).sorted()
  }

  private static func span(_ rows: [VisitRow]) -> ClosedRange<CalendarDate>? {
    let days = days(rows)
    guard let first = days.first, let last = days.last else { return nil }
    return first...last
  }

  private static func problemBook(
    _ visits: [VisitReport], _ transaction: inout WorkspaceTransaction
  ) throws -> ProblemBook {
    guard let table = Schema.table(named: FoundProblem.table) else {
      throw StoreError(
        .software, "the schema has no table of problems",
        nextStep: "Report this as a fault of the program.")
    }
    // Where no visit of those days is stored, no problem of one is.
    let stored = visits.isEmpty ? [] : try transaction.newest(FoundProblem.self)
    return ProblemBook(stored, table: table)
  }

  // MARK: Doubts that other reports or plans raise

  private static func mark(
    _ rows: inout [VisitRow], _ checks: TeamChecks, _ stored: StoredReports,
    _ judge: inout VisitJudge
  ) {
    let earlier = stored.byVisit.values.flatMap(\.self)
    let inFile = Set(rows.map(\.report.id))
    var doubts = checks.doubts(
      rows.map(\.report), beside: earlier.filter { !inFile.contains($0.id) })
    doubts += twins(rows, stored)
    add(doubts, to: &rows, &judge)
  }

  private static func add(
    _ doubts: [VisitDoubt], to rows: inout [VisitRow], _ judge: inout VisitJudge
  ) {
    guard !doubts.isEmpty else { return }
    var places: [Int: Int] = [:]
    for index in rows.indices { places[rows[index].report.row] = index }
    for doubt in doubts {
      judge.note(doubt)
      guard let place = places[doubt.row], !rows[place].report.doubts.contains(doubt.kind) else {
        continue
      }
      rows[place].report.doubts.append(doubt.kind)
    }
  }

  /// Visits of a team at a site on a day that have different identifiers of their own.
  private static func twins(_ rows: [VisitRow], _ stored: StoredReports) -> [VisitDoubt] {
    var owners: [String: String] = [:]
    for visit in stored.visits where !visit.teamID.isEmpty {
      owners[VisitIdentity.key(visit.siteID, visit.teamID, visit.visitedAt)] = visit.id
    }
    return rows.compactMap { row in
      let report = row.report
      guard !report.teamID.isEmpty else { return nil }
      let key = VisitIdentity.key(report.siteID, report.teamID, report.visitedAt)
      guard let owner = owners[key], owner != report.visitID else {
        owners[key] = report.visitID
        return nil
      }
      return VisitDoubt(
        "twin", row: report.row, column: "id", found: report.visitID, expected: owner)
    }
  }

  private static func noteStops(
    _ rows: inout [VisitRow], _ stops: VisitStops, _ judge: inout VisitJudge
  ) {
    let doubts = rows.compactMap { row -> VisitDoubt? in
      guard let stop = row.report.stopID, stops.isUnknown(stop) else { return nil }
      return VisitDoubt("unknown_stop", row: row.report.row, column: "stop_id", found: stop)
    }
    add(doubts, to: &rows, &judge)
  }

  private static func notePhotos(
    _ rows: inout [VisitRow], _ folder: String?, _ judge: inout VisitJudge
  ) {
    guard let folder else { return }
    var check = PhotoCheck(folder: folder)
    let doubts = rows.flatMap { row in
      check.missing(row.report.photos).map {
        VisitDoubt(
          "photo_missing", row: row.report.row, column: "photos", found: $0, expected: folder)
      }
    }
    add(doubts, to: &rows, &judge)
  }

  private static func tellSealed(_ stops: VisitStops, _ run: inout ImportRun) {
    guard !stops.sealed.isEmpty else { return }
    run.warn(
      "The lists of \(NameList.text(stops.sealed.map(\.description))) are sealed: visits of those "
        + "days were tied to no stop.")
  }
}
