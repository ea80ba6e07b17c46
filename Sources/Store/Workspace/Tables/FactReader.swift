internal import CampaignData
internal import Geo
internal import Inspection

/// Reads the newest versions of facts from the tables.
struct FactReader {
  /// Nothing known later is read; nil: everything is.
  let asOf: Moment?
  /// The dataset, for errors.
  let dataset: String
  /// Where every row that is read is written down too, for the audit's record; nil: nowhere.
  var chunks: FactChunks?

  /// Columns before a fact's own in the statement.
  private static let leading = ["known_at", "imported_at"]

  /// Every kind of fact.
  func facts(from source: inout some TableSource & ~Copyable) throws -> Facts {
    var facts = Facts()
    facts.counties = try newest(CountyArea.self, from: &source)
    facts.townships = try newest(Township.self, from: &source)
    facts.cells = try newest(Cell.self, from: &source)
    facts.cellShares = try newest(CellShare.self, from: &source).filter { !$0.isWithdrawn }
    facts.sites = try newest(Site.self, from: &source)
    facts.alerts = try newest(Alert.self, from: &source)
    facts.complaints = try newest(Complaint.self, from: &source)
    facts.anomalies = try newest(PowerAnomaly.self, from: &source)
    facts.teams = try newest(Team.self, from: &source)
    facts.visits = try newest(Visit.self, from: &source)
    facts.warnings = try newest(PollutionWarning.self, from: &source)
    facts.orders = try newest(ProductionOrder.self, from: &source)
    facts.problems = try newest(FoundProblem.self, from: &source)
    facts.rechecks = try newest(Recheck.self, from: &source)
    facts.taskPlan = try newest(TaskShare.self, from: &source)
    return facts
  }

  /// The newest version of each fact of one kind, by key.
  func newest<Fact: StoredFact>(
    _ kind: Fact.Type, where condition: String? = nil,
    from source: inout some TableSource & ~Copyable
  ) throws -> [Fact] {
    try versions(kind, where: condition, from: &source).sortedByKey()
  }

  /// What bears on the chance of a problem, in all its versions.
  func history(from source: inout some TableSource & ~Copyable) throws -> FactHistory {
    FactHistory(
      townships: try versions(Township.self, from: &source).allVersions(),
      cells: try versions(Cell.self, from: &source).allVersions(),
      sites: try versions(Site.self, from: &source).allVersions(),
      alerts: try versions(Alert.self, from: &source).allVersions(),
      complaints: try versions(Complaint.self, from: &source).allVersions(),
      anomalies: try versions(PowerAnomaly.self, from: &source).allVersions(),
      visits: try versions(Visit.self, from: &source).allVersions())
  }

  private func versions<Fact: StoredFact>(
    _ kind: Fact.Type, where condition: String? = nil,
    from source: inout some TableSource & ~Copyable
  ) throws -> NewestVersions<Fact> {
    let columns = Self.leading + Fact.columns
    let place = FactSource(dataset: dataset, table: Fact.table, columns: columns)
    var versions = NewestVersions<Fact>()
    try source.forEachRow(of: statement(for: kind, condition)) { feature in
      let known = try moment(0, feature, place)
      let imported = try moment(1, feature, place)
      var row = FactRow(feature, of: place, knownAt: known, skipping: Self.leading.count)
      let fact = try Fact(&row)
      chunks?.add(fact, known: known, imported: imported)
      versions.append(
        fact, known: known.secondsSince1970, imported: imported.secondsSince1970)
    }
    return versions
  }

  private func statement<Fact: StoredFact>(
    for kind: Fact.Type, _ condition: String?
  ) -> String {
    var columns = ["fid"] + Self.leading + Fact.columns
    if Fact.readsGeometry { columns.append("geom") }
    let list = columns.map { SQL.identifier($0) }.joined(separator: ", ")
    let rows = "SELECT \(list) FROM \(SQL.identifier(Fact.table))"
    // Moments are stored in one spelling and one zone, so they sort as text.
    let known = asOf.map { "known_at <= \(SQL.literal($0.description))" }
    let conditions = [known, condition].compactMap(\.self)
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return rows + filter + " ORDER BY fid"
  }

  private func moment(
    _ column: Int, _ feature: Feature, _ place: FactSource
  ) throws(StoreError) -> Moment {
    guard case .text(let text) = feature.values[column], let moment = Moment(stored: text) else {
      throw place.failure(
        row: feature.id, column: column, "not a moment", found: feature.values[column],
        expected: "a moment such as 2018-12-24T06:00:00+08:00")
    }
    return moment
  }
}
