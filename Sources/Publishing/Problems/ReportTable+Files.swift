import CampaignData

extension ReportTable {
  /// A table whose columns and headings stand in `Data/tables/list_columns.csv`.
  ///
  /// - Parameter numbers: keys of columns of numbers.
  init(list: String, key: String, caption: ReportPhrase, numbers: Set<String> = []) {
    self.init(
      key: key, caption: caption,
      columns: CampaignData.columns(ofList: list).map { column in
        Column(
          column.key, ReportPhrase(zh: column.headingZH, en: column.headingEN),
          isNumber: numbers.contains(column.key))
      })
  }

  /// The same table without some columns.
  func leaving(out keys: Set<String>) -> ReportTable {
    let kept = columns.indices.filter { !keys.contains(columns[$0].key) }
    var table = self
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in kept.map { row[$0] } }
    return table
  }

  /// The table as comma-separated text: headings in Chinese, or the keys that never change.
  public func csv(_ language: Language) -> String {
    var text = DelimitedText(
      headings: columns.map { language.pick(zh: $0.heading.zh, en: $0.key) })
    for row in rows { text.append(row.map { $0.plain(language) }) }
    return text.text
  }

  /// The rows as objects; empty values are null.
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

  /// The table for a terminal; columns in which nothing stands are left out.
  public func text(_ language: Language) -> String {
    let shown = columns.indices.filter { column in
      rows.contains { !$0[column].text(language).isEmpty }
    }
    var table = TextTable(
      shown.map { (columns[$0].heading.text(language), columns[$0].isNumber ? .right : .left) })
    for row in rows { table.append(shown.map { row[$0].text(language) }) }
    return rows.isEmpty ? "" : table.text
  }
}
