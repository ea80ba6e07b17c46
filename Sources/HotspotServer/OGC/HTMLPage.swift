import Hummingbird
import Publishing

/// A plain page: headings, lists and tables; everything in it is escaped.
struct HTMLPage {
  private let language: Language
  private let title: String
  private var body = ""

  init(_ title: String, _ language: Language) {
    self.title = title
    self.language = language
  }

  /// Adds a sentence.
  mutating func say(_ text: String) { body += "<p>\(MarkupText.escaped(text))</p>\n" }

  /// Adds links side by side.
  mutating func links(_ links: [(href: String, text: String)]) {
    body += "<nav>" + links.map(Self.link).joined(separator: " ") + "</nav>\n"
  }

  /// Adds a table; a cell may be a link.
  mutating func table(_ headings: [String], _ rows: [[Cell]]) {
    let head = headings.map { "<th>\(MarkupText.escaped($0))</th>" }.joined()
    body += "<div class=\"wide\"><table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
    for row in rows { body += "<tr>" + row.map(\.markup).joined() + "</tr>\n" }
    body += "</tbody>\n</table></div>\n"
  }

  /// A cell of a table.
  enum Cell {
    case text(String)
    case link(href: String, text: String)

    fileprivate var markup: String {
      switch self {
      case .text(let text): "<td>\(MarkupText.escaped(text))</td>"
      case .link(let href, let text): "<td>\(HTMLPage.link((href, text)))</td>"
      }
    }
  }

  /// The page as an answer.
  var response: Response {
    let tongue = language == .zh ? "zh-CN" : "en"
    let name = MarkupText.escaped(title)
    let text = """
      <!DOCTYPE html>
      <html lang="\(tongue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(name)</title>
      <link rel="stylesheet" href="/pages.css">
      </head>
      <body>
      <main>
      <h1>\(name)</h1>
      \(body)</main>
      </body>
      </html>

      """
    return Response(text, type: "text/html; charset=utf-8")
  }

  /// The style of all pages.
  static let style = """
    :root { color-scheme: light dark; font-family: system-ui, sans-serif; }
    main { max-width: 72rem; margin: 1rem auto; padding: 0 1rem; }
    nav a { margin-right: 1rem; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-size: 0.9rem; }
    th, td { border: 1px solid color-mix(in srgb, currentColor 25%, transparent);
      padding: 0.2rem 0.5rem; text-align: left; vertical-align: top; }

    """

  private static func link(_ link: (href: String, text: String)) -> String {
    "<a href=\"\(MarkupText.escaped(link.href))\">\(MarkupText.escaped(link.text))</a>"
  }
}
