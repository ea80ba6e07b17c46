import Publishing
import Terminal

/// Gives a list of problems handed over in a format that needs no other program.
struct ListDelivery {
  let options: HandOverOptions
  let console: Console

  func deliver(_ list: HandOverDocument) throws {
    let language = console.language
    let text =
      switch options.format {
      case .csv: list.table.csv(language)
      case .json: list.table.json(language).lines(depth: 2)
      case .html: ReportPage(list.document, language: language).html
      case .text, .pdf, .xlsx: list.table.text(language)
      }
    try TextDocument(text).deliver(
      to: options.output, overwrite: options.overwrite, console: console)
  }
}
