extension ReportTable {
  /// The table as a terminal shows it, without columns in which nothing stands; empty without rows.
  public func text(_ language: Language) -> String {
    let filled = columns.indices.filter { column in
      shown.contains { !$0[column].text(language).isEmpty }
    }
    var text = TextTable(
      filled.map { (columns[$0].heading.text(language), columns[$0].isNumber ? .right : .left) })
    for row in shown { text.append(filled.map { row[$0].text(language) }) }
    return shown.isEmpty ? "" : text.text
  }

  /// All rows as comma-separated text: in Chinese with its headings, in English with the keys that
  /// never change.
  public func csv(_ language: Language) -> String {
    var text = DelimitedText(
      headings: columns.map { language.pick(zh: $0.heading.zh, en: $0.key) })
    for row in rows { text.append(row.map { $0.plain(language) }) }
    return text.text
  }

  /// All rows as objects; names that differ by language are in both.
  public var json: JSONText {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { JSONText.Member($0.key, $1.json) })
      })
  }

  /// All rows as objects in the words of one language; empty values are null.
  public func json(_ language: Language) -> JSONText {
    .array(
      rows.map { row in
        .object(
          zip(columns, row).map { column, cell in
            switch cell {
            case .none: .init(column.key, .null)
            case .count(let number): .init(column.key, .integer(number))
            default: .init(column.key, .string(cell.plain(language)))
            }
          })
      })
  }
}
