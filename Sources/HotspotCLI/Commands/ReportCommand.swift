import ArgumentParser
import Foundation
import Publishing
import Terminal

/// Reports what inspections of a week or a round came to, and what the next crews must know.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report a week or a round, or what the next crews must know.",
    discussion: """
      Examples:
        hotspot report week 2018-12-17 -o week.html
        hotspot report round 13 --lang zh -o round-13.html
        hotspot report round 13 -o round-13.pdf
        hotspot report round 13 --city 石家庄 --of csv -o shijiazhuang.csv
        hotspot report handover 13 -o handover.pdf    a page a team
        hotspot report handover 13 --team 130100-01 -o page.html

      A week is that of the day named, Monday to Sunday. Only days that were over are counted, \
      by what was known at --as-of. A hand-over says what the \
      next crew of each team must know: open problems, townships not visited, where problems \
      cluster, sites visited in vain, industries, and what nobody has followed yet. HTML is one file that needs nothing else; PDF is made by \
      hotspot-print; CSV and JSON have all rows of all tables.
      """)

  @OptionGroup var options: ReportOptions
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    guard options.format != .pdf else {
      try Companion.print.run(Array(CommandLine.arguments.dropFirst()))
    }
    let console = manner.console()
    let document = try ReportDesk(options, workspace: place.open()).document()
    var record = AnalysisRecord()
    for phrase in document.warnings { record.warn("report", zh: phrase.zh, en: phrase.en) }
    if !record.entries.isEmpty { try record.tell(console, report: nil, overwrite: false) }
    try text(of: document, console.language).deliver(
      to: options.output, overwrite: options.overwrite, console: console)
  }

  private func text(of document: ReportDocument, _ language: Language) -> TextDocument {
    let data = ReportData(document, language: language)
    return switch options.format {
    case .csv: TextDocument(data.csv)
    case .json: TextDocument(data.json.lines(depth: 4))
    case .html, .pdf: TextDocument(ReportPage(document, language: language).html)
    }
  }
}
