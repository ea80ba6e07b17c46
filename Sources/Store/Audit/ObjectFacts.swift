internal import CampaignData
internal import Geo
internal import Inspection

/// Reads facts back from the text that the record keeps of them.
struct ObjectFacts {
  let objects: ObjectFolder
  let manifest: InputManifest

  /// The facts of the list; the same as ``Workspace/facts(asOf:)`` gave when they were kept.
  ///
  /// Throws `badData` for a text that is missing, changed or not of this version of the program.
  func facts() throws -> Facts {
    var facts = Facts()
    facts.counties = try newest(CountyArea.self)
    facts.townships = try newest(Township.self)
    facts.cells = try newest(Cell.self)
    facts.cellShares = try newest(CellShare.self).filter { !$0.isWithdrawn }
    facts.sites = try newest(Site.self)
    facts.alerts = try newest(Alert.self)
    facts.complaints = try newest(Complaint.self)
    facts.anomalies = try newest(PowerAnomaly.self)
    facts.teams = try newest(Team.self)
    facts.visits = try newest(Visit.self)
    facts.warnings = try newest(PollutionWarning.self)
    facts.orders = try newest(ProductionOrder.self)
    facts.problems = try newest(FoundProblem.self)
    facts.rechecks = try newest(Recheck.self)
    facts.taskPlan = try newest(TaskShare.self)
    return facts
  }

  private func newest<Fact: StoredFact>(_ kind: Fact.Type) throws -> [Fact] {
    var versions = NewestVersions<Fact>()
    for part in manifest.parts where part.table == Fact.table {
      guard let bytes = objects.bytes(part.hash) else {
        throw failure(part, "the text of these facts is missing or changed")
      }
      let heading = FactChunks.heading(kind)
      guard bytes.starts(with: heading) else {
        throw failure(part, "the text has other columns than this program reads")
      }
      try read(bytes[heading.count...], part, into: &versions)
    }
    return versions.sortedByKey()
  }

  private func read<Fact: StoredFact>(
    _ bytes: ArraySlice<UInt8>, _ part: InputManifest.Part,
    into versions: inout NewestVersions<Fact>
  ) throws {
    let source = FactSource(
      dataset: objects.path + "/" + part.hash, table: Fact.table,
      columns: ["known_at", "imported_at"] + Fact.columns)
    var start = bytes.startIndex
    var number: Int64 = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      number += 1
      guard let row = Self.row(bytes[start..<end], kind: Fact.self, number: number) else {
        throw failure(part, "row \(number) of the text cannot be read")
      }
      var fields = FactRow(row.feature, of: source, knownAt: row.known, skipping: 2)
      versions.append(
        try Fact(&fields), known: row.known.secondsSince1970,
        imported: row.imported.secondsSince1970)
      start = end + 1
    }
    guard number == Int64(part.rows) else {
      throw failure(part, "the text has \(number) rows, not \(part.rows)")
    }
  }

  private static func row<Fact: StoredFact>(
    _ line: ArraySlice<UInt8>, kind: Fact.Type, number: Int64
  ) -> (feature: Feature, known: Moment, imported: Moment)? {
    var fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard fields.count == 2 + Fact.columns.count + (Fact.readsGeometry ? 1 : 0) else { return nil }
    var geometry: Geometry?
    if Fact.readsGeometry {
      let text = fields.removeLast()
      if !text.isEmpty {
        guard let found = GeometryText.geometry(text) else { return nil }
        geometry = found
      }
    }
    var values: [FieldValue] = []
    values.reserveCapacity(fields.count)
    for field in fields {
      guard let value = FactText.value(field) else { return nil }
      values.append(value)
    }
    guard case .integer(let known) = values[0], case .integer(let imported) = values[1] else {
      return nil
    }
    return (
      Feature(id: number, values: values, geometry: geometry), Moment(secondsSince1970: known),
      Moment(secondsSince1970: imported)
    )
  }

  private func failure(_ part: InputManifest.Part, _ message: String) -> StoreError {
    StoreError(
      .badData, message, file: objects.path + "/" + part.hash.prefix(2) + "/" + part.hash,
      expected: "\(part.rows) rows of \(part.table) known on \(part.day)",
      nextStep: "Restore the file from a copy; without it this plan cannot be repeated.")
  }
}
