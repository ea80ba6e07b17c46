import CampaignData
import Publishing
import Terminal

/// Writes a list of problems as PDF or as a workbook.
struct PrintedList {
  let options: HandOverOptions
  let console: Console

  /// Throws `CommandFailure` if it cannot be written, or for a format of another program.
  func write(_ list: HandOverDocument) throws {
    try options.check()
    guard let path = options.output, options.format.isPrinted else {
      throw CommandFailure(
        status: .usage, message: "this program writes PDF and XLSX only",
        hint: "Use `hotspot problems`.")
    }
    if options.format == .xlsx {
      try TableWorkbook(table: list.table, document: list.document, language: console.language)
        .write(to: path)
    } else {
      try SheetFile(path: path).write(
        ReportPrinter(list.document, language: console.language).bytes())
    }
    console.result("\(path)\n", json: .object([.init("output", .string(path))]))
  }
}
