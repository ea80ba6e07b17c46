internal import CampaignData
internal import Geo

/// A table of annex 2 or 3 of the plan of 2018 as it comes back from a province: a title above the
/// headings, merged cells, numbered rows that nobody filled in, check boxes.
struct OfficialForm {
  /// The headings, wherever in the sheet they stand.
  let headings: [String]
  /// Rows that say nothing and were dropped.
  private(set) var dropped = 0
  /// Values taken from the first cell of a merge or, where the file knows no merges, from above.
  private(set) var filled = 0

  private let kind: String
  /// The row of the headings, as people count; rows up to it are none of ours.
  private let headingRow: Int
  private let merges: MergedCells?
  private let first: Int?
  private let filledFields: [Int]
  private let roles: Int?
  private let places: Int?
  private let boxes: Int?
  private let names: Int?
  private let ministry: Int?
  private var above: [FieldValue]

  /// How many rows may stand above the headings.
  private static let mostRowsAbove = 12

  /// Finds the headings of a file; nil for kinds that are no such form.
  init?(_ run: ImportRun) throws(StoreError) {
    guard ["people", "contacts"].contains(run.kind.name) else { return nil }
    kind = run.kind.name
    var source = try RowSource(path: run.path, kind: kind, options: run.options)
    var best = (row: 0, headings: source.headings, hits: 0)
    best.hits = Self.hits(source.headings, run)
    for row in try source.nextBatch().prefix(Self.mostRowsAbove) {
      let texts = row.values.map { PlainText.trimmed(FieldParser.text(of: $0)) }
      let hits = Self.hits(texts, run)
      if hits > best.hits { best = (row.number, texts, hits) }
    }
    headings = best.headings
    headingRow = best.row
    let match = try HeadingMatch(headings: headings, kind: run.kind, map: run.options.columnMap)
    let fields = { (names: [String]) in names.compactMap { match.field(of: $0) } }
    merges =
      run.path.lowercased().hasSuffix(".xlsx")
      ? MergedCells(workbook: run.path, sheet: source.layer) : nil
    first = headings.isEmpty ? nil : 0
    filledFields = fields(kind == "people" ? ["province", "city"] : ["place"])
    roles = kind == "contacts" ? match.field(of: "role") : nil
    places = kind == "contacts" ? match.field(of: "place") : nil
    boxes = match.field(of: "industries")
    names = match.field(of: "name")
    ministry = match.field(of: "ministry")
    above = [FieldValue](repeating: .null, count: headings.count)
  }

  /// The rows below the headings that say something, with what merges and boxes mean.
  mutating func rows(_ rows: [SourceRow]) -> [SourceRow] {
    rows.compactMap { row in
      guard row.number > headingRow else { return nil }
      var values = row.values
      guard !isEmpty(values), !isHeading(values) else {
        remember(values)
        dropped += 1
        return nil
      }
      joinLines(&values)
      fill(&values, row.number)
      remember(values)
      if let boxes, let words = CheckBoxes.words(of: FieldParser.text(of: values[boxes])) {
        values[boxes] = .text(words)
      }
      splitCounty(&values)
      return SourceRow(number: row.number, values: values, geometry: row.geometry)
    }
  }

  /// What the reader should know, as sentences.
  var remarks: [String] {
    var remarks: [String] = []
    if headingRow > 0 { remarks.append("The headings were found in row \(headingRow).") }
    if dropped > 0 {
      remarks.append(
        "\(dropped) rows hold nobody (titles, headings again, lines not filled in) and were not "
          + "counted.")
    }
    if filled > 0 {
      remarks.append(
        merges == nil
          ? "\(filled) empty cells took the value above them, since this file tells no merged cells."
          : "\(filled) cells took the value of the merged cell that they belong to.")
    }
    return remarks
  }

  /// A line break within a cell is the form's, not the name's.
  private func joinLines(_ values: inout [FieldValue]) {
    for field in values.indices where field != boxes {
      if case .text(let text) = values[field], text.contains(where: \.isNewline) {
        values[field] = .text(text.filter { !$0.isNewline })
      }
    }
  }

  private static func hits(_ headings: [String], _ run: ImportRun) -> Int {
    let match = try? HeadingMatch(headings: headings, kind: run.kind, map: [:])
    return match?.fields.count { $0 != nil } ?? 0
  }

  /// Whether nothing stands in a row but its number, place or role: nobody is in it.
  private func isEmpty(_ values: [FieldValue]) -> Bool {
    let aside = Set([roles].compactMap(\.self) + (kind == "contacts" ? filledFields : []))
    let told = values.indices.filter { field in
      !aside.contains(field) && !Self.isBlank(values[field])
        && !(field == boxes
          && CheckBoxes.words(of: FieldParser.text(of: values[field])) == "")
    }
    let isNumbered = FoldedText(headings[0]) == FoldedText("序号") || headings[0].isEmpty
    return told.allSatisfy { $0 == first && (isNumbered || told.count == 1 && names != first) }
  }

  /// Whether a row repeats the headings, as at the top of a page or of the next form.
  private func isHeading(_ values: [FieldValue]) -> Bool {
    guard let names else { return false }
    return FoldedText(FieldParser.text(of: values[names])) == FoldedText(headings[names])
  }

  private mutating func remember(_ values: [FieldValue]) {
    for field in filledFields where !Self.isBlank(values[field]) { above[field] = values[field] }
  }

  private mutating func fill(_ values: inout [FieldValue], _ row: Int) {
    let isOfMinistry = ministry.map { !Self.isBlank(values[$0]) } ?? false
    for field in filledFields
    where Self.isBlank(values[field]) && !Self.isBlank(above[field]) {
      guard let merges else {
        if !isOfMinistry {
          values[field] = above[field]
          filled += 1
        }
        continue
      }
      if merges.isMerged(row: row, column: field) || kind == "contacts" {
        values[field] = above[field]
        filled += 1
      }
    }
  }

  /// `晋州市环保部门联络人` of 石家庄 becomes the place 石家庄晋州市 and the role of a county.
  private func splitCounty(_ values: inout [FieldValue]) {
    guard let roles, let places else { return }
    let text = FieldParser.text(of: values[roles]).filter { !$0.isWhitespace }
    let ending = "环保部门联络人"
    guard text.hasSuffix(ending), text.count > ending.count else { return }
    let city = PlaceOfOrigin.city(FieldParser.text(of: values[places]))
    values[places] = .text(city + text.dropLast(ending.count))
    values[roles] = .text(ending)
  }

  private static func isBlank(_ value: FieldValue) -> Bool {
    PlainText.trimmed(FieldParser.text(of: value)).isEmpty
  }
}
