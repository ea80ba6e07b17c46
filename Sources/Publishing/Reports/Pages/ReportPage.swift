/// A report as one page of HTML that needs nothing else: no script, no font, no picture from elsewhere.
public struct ReportPage {
  private let document: ReportDocument
  private let language: Language

  /// The width of charts on a page, in CSS pixels.
  private static let chartWidth = 720.0

  /// Makes a page in a language.
  public init(_ document: ReportDocument, language: Language) {
    self.document = document
    self.language = language
  }

  /// The whole page.
  public var html: String {
    let title = MarkupText.escaped(document.title.text(language))
    let lines =
      [
        "<!DOCTYPE html>",
        "<html lang=\"\(language.pick(zh: "zh-CN", en: "en"))\">", "<head>",
        "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"color-scheme\" content=\"light dark\">",
        "<meta http-equiv=\"Content-Security-Policy\""
          + " content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        "<title>\(title)</title>", "<style>", ReportStyle.sheet, "</style>", "</head>", "<body>",
        "<main>", "<header>", "<h1>\(title)</h1>",
        "<p class=\"subtitle\">\(words(document.subtitle))</p>",
      ] + warnings(of: document) + figures(of: document)
      + contents + ["</header>"] + document.sections.flatMap(section)
      + document.parts.flatMap(part)
      + [
        "<footer>\(words(ReportText.madeBy.phrase()))</footer>", "</main>", "</body>", "</html>",
      ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func warnings(of document: ReportDocument) -> [String] {
    document.warnings.map { "<p class=\"warning\">\(words($0))</p>" }
  }

  /// A document that this one is made of; a printer begins a page with it.
  private func part(_ part: ReportDocument) -> [String] {
    [
      "<article id=\"\(MarkupText.escaped(part.key))\">", "<h2>\(words(part.title))</h2>",
      "<p class=\"subtitle\">\(words(part.subtitle))</p>",
    ] + warnings(of: part) + figures(of: part)
      + part.sections.flatMap { section in
        ["<section>", "<h3>\(words(section.heading))</h3>"] + section.blocks.flatMap(block)
          + ["</section>"]
      } + ["</article>"]
  }

  private func figures(of document: ReportDocument) -> [String] {
    guard !document.figures.isEmpty else { return [] }
    return ["<dl class=\"figures\">"]
      + document.figures.map { figure in
        let detail = figure.detail.map { "<dd class=\"detail\">\(words($0))</dd>" } ?? ""
        return "<div><dt>\(words(figure.name))</dt>"
          + "<dd class=\"value\">\(MarkupText.escaped(figure.value))</dd>\(detail)</div>"
      } + ["</dl>"]
  }

  private var contents: [String] {
    let links =
      document.sections.map { ($0.key, $0.heading) } + document.parts.map { ($0.key, $0.title) }
    guard links.count > 1 else { return [] }
    return ["<nav>"]
      + links.map { "<a href=\"#\(MarkupText.escaped($0))\">\(words($1))</a>" } + ["</nav>"]
  }

  private func section(_ section: ReportSection) -> [String] {
    ["<section id=\"\(section.key)\">", "<h2>\(words(section.heading))</h2>"]
      + section.blocks.flatMap(block) + ["</section>"]
  }

  private func block(_ block: ReportBlock) -> [String] {
    switch block {
    case .paragraph(let phrase): ["<p>\(words(phrase))</p>"]
    case .note(let phrase): ["<p class=\"note\">\(words(phrase))</p>"]
    case .table(let table): table.isForPrograms ? [] : self.table(table, rows: table.shown)
    case .chart(let chart): figure(chart)
    }
  }

  private func figure(_ chart: ReportChart) -> [String] {
    let table = chart.table
    let markup = ChartMarkup(
      chart, drawing: chart.drawing(width: Self.chartWidth, language: language),
      language: language)
    return ["<figure id=\"\(chart.key)\">", "<figcaption>\(words(chart.title))"]
      + ["<span>\(words(chart.about))</span></figcaption>"] + markup.lines
      + ["<details><summary>\(words(ReportText.chartData.phrase()))</summary>"]
      + self.table(table, rows: table.rows[...], hasCaption: false)
      + ["</details>", "</figure>"]
  }

  private func table(
    _ table: ReportTable, rows: ArraySlice<[ReportCell]>, hasCaption: Bool = true
  ) -> [String] {
    var lines = ["<div class=\"wide\"><table>"]
    if hasCaption { lines.append("<caption>\(words(table.caption))</caption>") }
    let headings = table.columns.map { column in
      "<th scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>\(words(column.heading))</th>"
    }
    lines.append("<thead><tr>\(headings.joined())</tr></thead>")
    lines.append("<tbody>")
    lines += rows.map { row in
      "<tr>" + zip(table.columns, row).map(cell).joined() + "</tr>"
    }
    lines += ["</tbody>", "</table></div>"]
    if rows.count < table.rows.count, let note = table.unshownNote {
      lines.append("<p class=\"note\">\(words(note))</p>")
    }
    return lines
  }

  private func cell(_ column: ReportTable.Column, _ cell: ReportCell) -> String {
    let kind = column.isNumber ? " class=\"n\"" : ""
    if case .text(let phrase) = cell { return "<td\(kind)>\(words(phrase))</td>" }
    return "<td\(kind)>\(MarkupText.escaped(cell.text(language)))</td>"
  }

  /// A phrase, escaped; on an English page a recorded name says that it may be Chinese.
  private func words(_ phrase: ReportPhrase) -> String {
    let text = MarkupText.escaped(phrase.text(language))
    return phrase.isRecorded && language == .en ? "<span lang=\"zh\">\(text)</span>" : text
  }
}
