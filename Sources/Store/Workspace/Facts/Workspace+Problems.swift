public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// Every version of every problem and verification known by a moment, with where it came from.
  ///
  /// Throws as ``facts(asOf:)``.
  public func problemLedger(asOf moment: Moment) throws -> ProblemLedger {
    ProblemLedger(
      versions: try kept(FoundProblem.self, asOf: moment),
      rechecks: try kept(Recheck.self, asOf: moment))
  }

  /// Adds versions of problems and verifications in one transaction.
  ///
  /// - Parameter command: what brings them, as the history shows it.
  /// Throws as ``write(_:)``.
  public func append(
    problems: [FoundProblem], rechecks: [Recheck] = [], from command: String, at time: Moment
  ) throws {
    var facts = Facts()
    facts.problems = problems
    facts.rechecks = rechecks
    try write { try $0.append(facts, from: command, importedAt: time) }
  }

  private func kept<Fact: StoredFact & Hashable>(
    _ kind: Fact.Type, asOf moment: Moment
  ) throws -> [KeptFact<Fact>] {
    let leading = ["known_at", "imported_at", "imported_from"]
    let place = FactSource(
      dataset: layout.dataset, table: Fact.table, columns: leading + Fact.columns)
    let list = (["fid"] + leading + Fact.columns).map { SQL.identifier($0) }.joined(separator: ", ")
    let sql =
      "SELECT \(list) FROM \(SQL.identifier(Fact.table)) "
      + "WHERE known_at <= \(SQL.literal(moment.description)) ORDER BY fid"
    var found: [KeptFact<Fact>] = []
    do {
      var reader = TableReader(dataset: layout.dataset)
      try reader.forEachRow(of: sql) { feature in
        guard case .text(let known) = feature.values[0], let knownAt = Moment(stored: known),
          case .text(let stored) = feature.values[1], let importedAt = Moment(stored: stored)
        else {
          throw place.failure(
            row: feature.id, column: 0, "not a moment", found: feature.values[0],
            expected: "a moment such as 2018-12-24T06:00:00+08:00")
        }
        var from = ""
        if case .text(let text) = feature.values[2] { from = text }
        var row = FactRow(feature, of: place, knownAt: knownAt, skipping: leading.count)
        found.append(KeptFact(try Fact(&row), from: from, at: importedAt))
      }
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
    return found
  }
}
