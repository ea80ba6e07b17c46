/// A report's numbers for programs.
public struct ReportData {
  private let document: ReportDocument
  private let language: Language

  /// Takes a report; words in CSV are in a language, in JSON in both.
  public init(_ document: ReportDocument, language: Language) {
    self.document = document
    self.language = language
  }

  /// All tables as one: a row for each value, with its table, row and column.
  public var csv: String {
    var text = DelimitedText(list: "report", language: language)
    for table in document.tables {
      for (key, row) in zip(table.rowKeys, table.rows) {
        for (column, cell) in zip(table.columns, row) {
          let value = cell.plain(language)
          guard !value.isEmpty else { continue }
          text.append([
            table.key, key, column.key, table.caption.text(language),
            column.heading.text(language), value,
          ])
        }
      }
    }
    return text.text
  }

  /// All tables and sentences.
  public var json: JSONText {
    .object([
      .init("title", phrase(document.title)), .init("subtitle", phrase(document.subtitle)),
      .init("warnings", .array(document.warnings.map(phrase))),
      .init(
        "tables",
        .array(
          document.tables.map { table in
            .object([
              .init("table", .string(table.key)), .init("caption", phrase(table.caption)),
              .init("rows", .array(rows(of: table))),
            ])
          })),
      .init("sentences", .array(document.blocks.compactMap(sentence))),
    ])
  }

  private func rows(of table: ReportTable) -> [JSONText] {
    zip(table.rowKeys, table.rows).map { key, row in
      .object(
        [.init("key", .string(key))]
          + zip(table.columns, row).map { .init($0.key, $1.json) })
    }
  }

  private func sentence(_ block: ReportBlock) -> JSONText? {
    switch block {
    case .paragraph(let text), .note(let text): phrase(text)
    case .table, .chart: nil
    }
  }

  private func phrase(_ phrase: ReportPhrase) -> JSONText { phrase.json }
}

extension ReportPhrase {
  /// Both languages.
  var json: JSONText { .object([.init("zh", .string(zh)), .init("en", .string(en))]) }
}

extension ReportCell {
  /// For programs: words that are the same in both languages once.
  var json: JSONText {
    switch self {
    case .none: .null
    case .text(let text): text.zh == text.en ? .string(text.zh) : text.json
    case .count(let number): .integer(number)
    case .decimal(let number, let places): .decimal(number, places: places + 3)
    }
  }
}
