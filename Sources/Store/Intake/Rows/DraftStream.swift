internal import CampaignData
internal import Geo

/// Reads a file's records batch by batch; rows whose values cannot be read are rejected on the way.
struct DraftStream: ~Copyable {
  /// Where the rows come from.
  var source: RowSource
  /// Which field brings which column.
  let match: HeadingMatch
  private var parser: RowParser
  private var form: OfficialForm?

  /// Opens the file of an import and matches its headings.
  ///
  /// - Parameter waived: required columns that the importer can do without.
  init(_ run: ImportRun, waived: Set<String> = []) throws(StoreError) {
    let source = try RowSource(path: run.path, kind: run.kind.name, options: run.options)
    form = try OfficialForm(run)
    let match = try HeadingMatch(
      headings: form?.headings ?? source.headings, kind: run.kind, map: run.options.columnMap)
    var waived = waived
    if source.geometryKind != .none { waived.formUnion(["lon", "lat"]) }
    try match.requireColumns(of: run.kind, waived: waived, file: run.path)
    parser = RowParser(
      match: match, options: run.options, waived: waived, importedAt: run.importedAt)
    self.match = match
    self.source = source
  }

  /// The next records; nil at the end of the file.
  ///
  /// - Parameter apart: takes rows apart that hold several things; parts keep the row's number, and
  ///   where one cannot be read the row is rejected as a whole.
  mutating func next(
    _ run: inout ImportRun, apart: ([SourceRow]) -> [SourceRow] = { $0 }
  ) throws(StoreError) -> [Draft]? {
    var rows = try source.nextBatch()
    guard !rows.isEmpty else { return nil }
    if let visits = run.form?.visits(rows) { rows = visits }
    if let filled = form?.rows(rows) { rows = filled }
    run.report.read += rows.count
    var drafts: [Draft] = []
    drafts.reserveCapacity(rows.count)
    var unreadable: Int?
    for row in apart(rows) where row.number != unreadable {
      do throws(Rejection) {
        drafts.append(try parser.parse(row))
      } catch {
        unreadable = row.number
        while drafts.last?.number == row.number { drafts.removeLast() }
        try run.reject(error)
      }
    }
    return drafts
  }

  /// Tells what the reader should know of the file once it is read.
  func report(to run: inout ImportRun) {
    if let remark = run.form?.remark { run.warn(remark) }
    for remark in form?.remarks ?? [] { run.warn(remark) }
    if !match.unmatched.isEmpty, run.form == nil {
      run.warn(
        "These headings mean no column of \(run.kind.name) and were left out: "
          + match.unmatched.joined(separator: ", ") + ".")
    }
    if source.decodedAsGB18030 > 0 {
      run.warn("The text is not UTF-8; it was read as GB18030.")
    }
    if !source.otherLayers.isEmpty, run.options.layer == nil {
      run.warn(
        "Only the layer \(source.layer) was read; others, by --layer: "
          + source.otherLayers.joined(separator: ", ") + ".")
    }
    for remark in parser.remarks { run.warn(remark) }
  }
}
