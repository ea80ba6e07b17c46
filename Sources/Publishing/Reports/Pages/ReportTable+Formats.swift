extension ReportTable {
  /// The table as a terminal shows it.
  public func text(_ language: Language) -> String {
    var text = TextTable(
      columns.map { ($0.heading.text(language), $0.isNumber ? .right : .left) })
    for row in shown { text.append(row.map { $0.text(language) }) }
    return text.text
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
}
