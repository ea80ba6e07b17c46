internal import CampaignData
internal import Geo
internal import Inspection

/// What the workspace has of the visits and reports of some days.
struct StoredReports {
  /// The reports by visit, those known first first.
  private(set) var byVisit: [String: [FieldReport]] = [:]
  /// The newest visits.
  let visits: [VisitReport]
  /// Visits without reports: stored by an older program, or as facts.
  private(set) var unreported: [VisitReport] = []

  /// Reads those of a span of days, and with them all of visits that a file names by identifier.
  init(
    days: ClosedRange<CalendarDate>?, named: Set<String>,
    from transaction: inout WorkspaceTransaction
  ) throws {
    guard var days else {
      visits = []
      return
    }
    if !named.isEmpty { days = try Self.widened(days, to: named, &transaction) }
    let (first, end) = (Moment(days.lowerBound), Moment(days.upperBound + 1))
    // Moments are stored in one spelling and one zone, so they sort as text.
    let span =
      "visited_at >= \(SQL.literal(first.description)) "
      + "AND visited_at < \(SQL.literal(end.description))"
    let reader = FactReader(asOf: nil, dataset: transaction.dataset)
    visits = try transaction.wrapping {
      try reader.newest(VisitReport.self, where: span, from: &$0.writer)
    }
    for report in try transaction.versions(of: FieldReport.self, where: span) {
      byVisit[report.visitID, default: []].append(report)
    }
    unreported = visits.filter { byVisit[$0.id] == nil }
  }

  /// Days that hold the stored visits of some identifiers too: a corrected day moves a visit.
  private static func widened(
    _ days: ClosedRange<CalendarDate>, to named: Set<String>,
    _ transaction: inout WorkspaceTransaction
  ) throws -> ClosedRange<CalendarDate> {
    var (first, last) = (days.lowerBound, days.upperBound)
    try transaction.wrapping { transaction in
      try transaction.writer.forEachRow(of: "SELECT id, visited_at FROM visits") { row in
        guard case .text(let id) = row.values[0], named.contains(id),
          case .text(let text) = row.values[1], let moment = Moment(stored: text)
        else { return }
        first = min(first, moment.date)
        last = max(last, moment.date)
      }
    }
    return first...last
  }

  /// Takes a visit that has no reports for one report of itself.
  mutating func adopt(_ visit: VisitReport, problems: [ReportedProblem]) {
    var report = FieldReport(
      id: "", visitID: visit.id, siteID: visit.siteID, teamID: visit.teamID,
      stopID: visit.stopID, round: visit.round, visitedAt: visit.visitedAt,
      outcome: visit.outcome, position: visit.position, datum: visit.datum,
      confirmedBy: visit.confirmedBy, photos: visit.photos, record: visit.record,
      note: visit.note, problems: problems, knownAt: visit.knownAt)
    let own =
      visit.id.hasPrefix("visit-")
      ? Identity.make("/", from: [.text(String(report.content))])
      : Identity.make("/", from: [.list(visit.confirmedBy.sorted())])
    report.id = visit.id + FieldParser.text(of: own)
    byVisit[visit.id] = [report]
  }
}

extension WorkspaceTransaction {
  /// Every version of the facts of one kind that a condition holds for, those known first first, of
  /// those known at once the ones imported first.
  mutating func versions<Fact: StoredFact>(
    of kind: Fact.Type, where condition: String
  ) throws -> [Fact] {
    let columns = ["known_at"] + Fact.columns
    let place = FactSource(dataset: dataset, table: Fact.table, columns: columns)
    let list = (["fid"] + columns + (Fact.readsGeometry ? ["geom"] : []))
      .map { SQL.identifier($0) }.joined(separator: ", ")
    let sql =
      "SELECT \(list) FROM \(SQL.identifier(Fact.table)) WHERE \(condition) "
      + "ORDER BY known_at, imported_at, fid"
    var facts: [Fact] = []
    try wrapping { transaction in
      try transaction.writer.forEachRow(of: sql) { feature in
        guard case .text(let text) = feature.values[0], let known = Moment(stored: text) else {
          throw place.failure(
            row: feature.id, column: 0, "not a moment", found: feature.values[0],
            expected: "a moment such as 2018-12-24T06:00:00+08:00")
        }
        var row = FactRow(feature, of: place, knownAt: known, skipping: 1)
        facts.append(try Fact(&row))
      }
    }
    return facts
  }
}
