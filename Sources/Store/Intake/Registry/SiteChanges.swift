internal import CampaignData
internal import Geo

/// What other records say of known sites, to become new versions of them.
struct SiteChanges {
  /// How a value meets what is there; `vouch` is for origins: who else knows of a site that was known
  /// only locally makes it independent, and nobody makes it local again.
  enum Manner { case replace, fill, addWord, vouch }

  private struct Change {
    let column: Int
    let value: FieldValue
    let manner: Manner
  }

  private struct Touched {
    var changes: [Change] = []
    var knownAt: Moment
    let row: Int
  }

  private let table: TableSchema
  private var touched: [String: Touched] = [:]

  /// Changes to rows of the table of sites.
  init(_ table: TableSchema) { self.table = table }

  /// How many sites are touched.
  var count: Int { touched.count }

  /// Notes what a record says of a site; null says nothing.
  mutating func note(
    _ values: [(column: String, value: FieldValue, manner: Manner)], of site: String,
    by draft: Draft
  ) {
    var entry = touched[site] ?? Touched(knownAt: draft.knownAt, row: draft.number)
    entry.knownAt = max(entry.knownAt, draft.knownAt)
    for (name, value, manner) in values where value != .null {
      guard let column = table.columns.firstIndex(where: { $0.name == name }) else { continue }
      entry.changes.append(Change(column: column, value: value, manner: manner))
    }
    touched[site] = entry
  }

  /// The new versions of the touched sites, by identifier, with the rows that touched them.
  func records(
    from transaction: inout WorkspaceTransaction
  ) throws -> (records: [Record], rows: [Int]) {
    var newest:
      [String: (known: String, imported: String, values: [FieldValue], place: Geometry?)] =
        [:]
    let digester = RecordDigester(table)
    try transaction.wrapping { transaction in
      try transaction.writer.forEachRow(of: digester.statement) { row in
        let id = digester.identifier(row.values)
        guard touched[id] != nil else { return }
        let (known, imported) = digester.moments(row.values)
        if let last = newest[id], (last.known, last.imported) > (known, imported) { return }
        newest[id] = (known, imported, row.values, row.geometry)
      }
    }
    var records: [Record] = []
    var rows: [Int] = []
    for (id, entry) in touched.sorted(by: { $0.key < $1.key }) {
      guard let stored = newest[id] else { continue }
      let knownAt = Moment(stored: stored.known).map { max($0, entry.knownAt) }
      records.append(
        Record(
          values: changed(stored.values, by: entry), geometry: stored.place,
          knownAt: knownAt ?? entry.knownAt))
      rows.append(entry.row)
    }
    return (records, rows)
  }

  private func changed(_ values: [FieldValue], by entry: Touched) -> [FieldValue] {
    var values = Array(values.prefix(table.columns.count - Schema.commonColumns.count))
    for change in entry.changes {
      let before = values[change.column]
      switch change.manner {
      case .replace: values[change.column] = change.value
      case .fill: if before == .null || before == .text("") { values[change.column] = change.value }
      case .vouch: if before == .text("local") { values[change.column] = change.value }
      case .addWord: values[change.column] = .text(Self.adding(change.value, to: before))
      }
    }
    return values
  }

  private static func adding(_ word: FieldValue, to list: FieldValue) -> String {
    let words = FieldParser.text(of: list).split(separator: ";").map(String.init)
    let word = FieldParser.text(of: word)
    return (words.contains(word) ? words : words + [word]).joined(separator: ";")
  }
}
