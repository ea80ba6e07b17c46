internal import CampaignData
internal import Geo

/// What one import has read, kept and rejected so far.
struct ImportRun {
  /// The kind of file.
  let kind: ImportKind
  /// The table that its records go to.
  let table: TableSchema
  /// The file as the user named it.
  let path: String
  /// How it is to be read.
  let options: ImportOptions
  /// The time of the import.
  let importedAt: Moment
  /// The filled-in workbook that the file is, if it is one.
  var form: VisitForm?
  /// The report so far.
  var report: ImportReport

  private let log: RejectLog?
  private var rejects: [Record] = []
  private var duplicates: [String: Duplicates] = [:]

  /// Starts an import.
  init(
    kind: ImportKind, table: TableSchema, path: String, options: ImportOptions,
    importedAt: Moment, log: RejectLog?, form: VisitForm? = nil
  ) {
    self.kind = kind
    self.table = table
    self.path = path
    self.options = options
    self.importedAt = importedAt
    self.log = log
    self.form = form
    report = ImportReport(kind: kind.name, file: path)
  }

  /// Adds a sentence to the report.
  mutating func warn(_ sentence: String) { report.warnings.append(sentence) }

  /// Lists a record that cannot be used.
  mutating func reject(_ rejection: Rejection) throws(StoreError) {
    report.rejected += 1
    if report.examples.count < 5 { report.examples.append(rejection) }
    try log?.add(rejection)
    rejects.append(
      Record(
        values: [
          .text(path), .integer(Int64(rejection.row)), .optional(rejection.column),
          .optional(rejection.value), .text(rejection.reason),
        ], knownAt: importedAt))
  }

  /// Adds the records that are new or changed to the table; rows of the file that contradict an
  /// earlier row are rejected.
  mutating func keep(
    _ records: [Record], rows: [Int], in transaction: inout WorkspaceTransaction
  ) throws {
    let kept = try select(records, rows: rows, table: table, in: &transaction)
    report.new += kept.new
    report.updated += kept.updated
    report.same += kept.same
    try flushRejects(into: &transaction)
  }

  /// Adds records to a table that the kind also feeds; they do not count as read.
  ///
  /// Returns how many were new or changed.
  mutating func keepBeside(
    _ records: [Record], rows: [Int], table: TableSchema,
    in transaction: inout WorkspaceTransaction
  ) throws -> (new: Int, updated: Int) {
    let kept = try select(
      records, rows: rows, table: table, in: &transaction, rejectsConflicts: false)
    return (kept.new, kept.updated)
  }

  /// Writes what was rejected since the last time to the table `rejects`.
  mutating func flushRejects(into transaction: inout WorkspaceTransaction) throws {
    guard !rejects.isEmpty, let table = Schema.table(named: "rejects") else { return }
    try transaction.append(rejects, to: table, from: path, importedAt: importedAt)
    rejects.removeAll()
  }

  private mutating func select(
    _ records: [Record], rows: [Int], table: TableSchema,
    in transaction: inout WorkspaceTransaction, rejectsConflicts: Bool = true
  ) throws -> (new: Int, updated: Int, same: Int) {
    var known =
      try duplicates.removeValue(forKey: table.name)
      ?? Duplicates(stored: transaction.newestHashes(of: table))
    var kept: [Record] = []
    var (new, updated, same) = (0, 0, 0)
    let digests = Record.digests(of: records, in: table)
    for index in records.indices {
      let digest = digests[index]
      switch known.judge(identifier: digest.identifier, hash: digest.hash, row: rows[index]) {
      case .new: new += 1
      case .updated: updated += 1
      case .same:
        same += 1
        continue
      case .conflict(let first):
        guard rejectsConflicts else { continue }
        try reject(
          Rejection(
            row: rows[index], column: table.idColumns.joined(separator: ", "),
            value: digest.identifier,
            reason: "row \(first) has the same identifier and says something else"))
        continue
      }
      kept.append(records[index])
    }
    duplicates[table.name] = known
    try transaction.append(kept, to: table, from: path, importedAt: importedAt)
    return (new, updated, same)
  }
}
