import CXLSXWriter
import CampaignData
import Publishing

/// Writes one sheet of a workbook; usable while the workbook is open.
struct SheetWriter {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let formats: CellFormats

  /// Columns of letters a cell may be wide before its text goes on below or is cut off.
  private static let widest = 44
  private static let narrowest = 6
  /// Excel's most characters of a cell.
  private static let longestText = 32_767

  /// Writes headings and rows, and sets the sheet up: headings frozen and repeated in print, a filter,
  /// widths for Chinese, landscape on A4 as wide as the page.
  ///
  /// - Parameters:
  ///   - columns: the columns.
  ///   - rows: the values, as many a row as there are columns.
  ///   - frozen: how many columns stay in view.
  ///   - footer: what stands on the left of every page's foot.
  func write(
    _ columns: [WorkbookColumn], _ rows: [[CellValue]], language: Language, frozen: Int,
    footer: String
  ) {
    for (column, definition) in columns.enumerated() {
      let heading = language.pick(zh: definition.zh, en: definition.en)
      var options = lxw_row_col_options(
        hidden: definition.role == .id ? 1 : 0, level: 0, collapsed: 0)
      let width = width(heading, rows.lazy.map { $0[column] }, definition.format)
      _ = worksheet_set_column_opt(
        sheet, UInt16(column), UInt16(column), width, formats.cell(definition.format), &options)
      put(.text(heading), row: 0, column: column, formats.heading(definition.role))
      for (row, values) in rows.enumerated() {
        put(values[column], row: row + 1, column: column, formats.cell(definition.format))
      }
    }
    worksheet_freeze_panes(sheet, 1, UInt16(frozen))
    _ = worksheet_autofilter(
      sheet, 0, 0, UInt32(max(1, rows.count)), UInt16(max(1, columns.count) - 1))
    layOut(footer)
  }

  /// Hides the sheet.
  func hide() { worksheet_hide(sheet) }

  /// Writes values without headings or set-up.
  func writePlain(_ rows: [[CellValue]]) {
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() {
        put(value, row: row, column: column, formats.cell(.text))
      }
    }
  }

  private func layOut(_ footer: String) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    _ = worksheet_repeat_rows(sheet, 0, 0)
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    // An ampersand begins a code.
    let plain = footer.split(separator: "&", omittingEmptySubsequences: false)
    _ = worksheet_set_footer(sheet, "&L" + plain.joined(separator: "&&") + "&R&P / &N")
  }

  private func put(
    _ value: CellValue, row: Int, column: Int, _ format: CellFormats.Format?
  ) {
    let (row, column) = (UInt32(row), UInt16(column))
    switch value {
    case .empty: break
    case .text(let text):
      // Excel counts UTF-16 units.
      let cut = text.utf16.count > Self.longestText ? String(text.prefix(16_000)) + "…" : text
      _ = worksheet_write_string(sheet, row, column, cut, format)
    case .number, .date, .moment:
      if let serial = value.serial {
        _ = worksheet_write_number(sheet, row, column, serial, format)
      }
    case .link(let address, let text):
      _ = worksheet_write_url_opt(sheet, row, column, address, format, text, nil)
    }
  }

  private func width(
    _ heading: String, _ values: some Sequence<CellValue>, _ format: WorkbookColumn.Format
  ) -> Double {
    // The filter's button takes two letters.
    let longest = values.reduce(heading.displayWidth + 2) { max($0, $1.shown.displayWidth) }
    let least = format == .moment ? 17 : format == .date ? 11 : Self.narrowest
    return Double(min(max(longest + 1, least), Self.widest))
  }
}
