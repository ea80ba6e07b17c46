import CampaignData
import Foundation
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
      try save(ReportPrinter(list.document, language: console.language).bytes(), to: path)
    }
    console.result("\(path)\n", json: .object([.init("output", .string(path))]))
  }

  private func save(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(
        status: .cannotCreate, message: "cannot be written", file: path,
        hint: "Check that its folder is there, is yours and has room.")
    }
  }
}
