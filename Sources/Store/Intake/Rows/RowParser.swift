internal import CampaignData
internal import Geo

/// Reads the values of records by the types and vocabularies of their columns.
struct RowParser {
  private let match: HeadingMatch
  private var parsers: [FieldParser?]
  private let options: ImportOptions
  private let importedAt: Moment
  private let longitude: Int?
  private let latitude: Int?
  private let knownAt: Int?
  private let waived: Set<String>

  /// A parser for the rows of a file.
  ///
  /// - Parameter waived: required columns that the importer can do without.
  init(
    match: HeadingMatch, options: ImportOptions, waived: Set<String> = [], importedAt: Moment
  ) {
    self.match = match
    self.options = options
    self.importedAt = importedAt
    self.waived = waived
    longitude = match.position(of: "lon")
    latitude = match.position(of: "lat")
    knownAt = match.position(of: "known_at")
    parsers = match.columns.indices.map { column in
      match.fields[column].map { _ in
        FieldParser(match.columns[column], heading: match.heading(of: column))
      }
    }
  }

  /// The record that a row brings; its geometry is as the file has it.
  mutating func parse(_ row: SourceRow) throws(Rejection) -> Draft {
    var values = [FieldValue](repeating: .null, count: parsers.count)
    for column in parsers.indices {
      guard let field = match.fields[column] else { continue }
      let raw = row.values[field]
      if column == longitude || column == latitude {
        values[column] = try angle(raw, column, row.number)
      } else if let value = try parsers[column]?.parse(raw, row: row.number) {
        values[column] = value
        if value == .null { try checkRequired(column, raw, row.number) }
      }
    }
    return Draft(
      number: row.number, values: values, geometry: row.geometry ?? point(values),
      knownAt: known(values))
  }

  /// What the values needed to be understood, as sentences.
  var remarks: [String] {
    var remarks: [String] = []
    for parser in parsers.compactMap(\.self) {
      if parser.cleanedNumbers > 0 {
        remarks.append(
          "\(parser.cleanedNumbers) numbers of \(parser.heading) had commas, blanks or percent "
            + "signs; they were read without (62% is 0.62).")
      }
      if parser.unknownWords > 0 {
        remarks.append(
          "\(parser.unknownWords) wordings of \(parser.heading) are not in the vocabulary "
            + "\(parser.column.vocabulary ?? "") and were kept as they are.")
      }
    }
    return remarks
  }

  private func checkRequired(
    _ column: Int, _ raw: FieldValue, _ row: Int
  ) throws(Rejection) {
    let definition = match.columns[column]
    guard definition.isRequired, !waived.contains(definition.name) else { return }
    throw Rejection(
      row: row, column: match.heading(of: column), value: FieldParser.text(of: raw),
      reason: "empty, and no record can do without it")
  }

  private func angle(
    _ raw: FieldValue, _ column: Int, _ row: Int
  ) throws(Rejection) -> FieldValue {
    let text = PlainText.trimmed(FieldParser.text(of: raw))
    if text.isEmpty { return .null }
    if let number = Double(text) {
      guard number.isFinite else {
        throw Rejection(
          row: row, column: match.heading(of: column), value: text, reason: "not a finite number")
      }
      return .real(number)
    }
    if CampaignData.isMissing(text) { return .null }
    guard let angle = AngleText(text) else {
      throw Rejection(
        row: row, column: match.heading(of: column), value: text,
        reason: "not a longitude or latitude in degrees")
    }
    return .real(angle.degrees)
  }

  private func point(_ values: [FieldValue]) -> Geometry? {
    guard let longitude, let latitude, case .real(let x) = values[longitude],
      case .real(let y) = values[latitude]
    else { return nil }
    return .point(Coordinate(x, y))
  }

  private func known(_ values: [FieldValue]) -> Moment {
    if let moment = options.knownAt { return moment }
    guard let knownAt, case .text(let text) = values[knownAt] else { return importedAt }
    return Moment(text) ?? importedAt
  }
}
