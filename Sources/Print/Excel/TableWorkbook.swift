import CampaignData
import Publishing

/// A table of a report as a workbook of one sheet.
struct TableWorkbook {
  let table: ReportTable
  /// The report that it is of: its title and moment are the workbook's.
  let document: ReportDocument
  let language: Language

  /// Writes the workbook to a path; it is there whole or not at all.
  ///
  /// Throws `CommandFailure` if it cannot be written.
  func write(to path: String) throws {
    let title = document.title.text(language)
    var workbook = try Workbook(for: path, title: title, created: document.asOf)
    let sheet = try workbook.addSheet(table.caption.text(language))
    sheet.write(
      table.columns.map { column in
        WorkbookColumn(
          key: column.key, format: format(of: column), zh: column.heading.zh, en: column.heading.en)
      },
      table.rows.map { row in zip(table.columns, row).map { value($1, as: format(of: $0)) } },
      language: language, frozen: 2, footer: "\(title)  \(document.subtitle.text(language))")
    try workbook.close()
  }

  /// Days stand as days where every value of a column is one.
  private func format(of column: ReportTable.Column) -> WorkbookColumn.Format {
    guard let place = table.columns.firstIndex(of: column) else { return .text }
    let texts = table.rows.map { $0[place].plain(language) }.filter { !$0.isEmpty }
    if column.isNumber { return .integer }
    guard !texts.isEmpty else { return .text }
    if texts.allSatisfy({ CalendarDate($0) != nil }) { return .date }
    return texts.allSatisfy { Moment($0) != nil } ? .moment : .text
  }

  private func value(_ cell: ReportCell, as format: WorkbookColumn.Format) -> CellValue {
    let text = cell.plain(language)
    return switch format {
    case .integer: .number(text)
    case .date: .date(text)
    case .moment: .moment(text)
    case .text, .long, .decimal, .chance, .link: .words(text)
    }
  }
}
