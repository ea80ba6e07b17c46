import Publishing
import Terminal

/// Prints a report on A4 with an outline and page numbers; the same report gives the same bytes.
struct ReportPrinter {
  private let document: ReportDocument
  private let language: Language

  init(_ document: ReportDocument, language: Language) {
    self.document = document
    self.language = language
  }

  /// The bytes of the PDF; throws if there is no font with Chinese letters, or if cairo fails.
  func bytes() throws -> [UInt8] {
    let typesetter = try Typesetter.chinese()
    guard document.parts.isEmpty else { return try partBytes(with: typesetter) }
    let items = ReportItems(
      document, language: language, width: ReportInk.frame.width, with: typesetter)
    let layout = ReportLayout(items.items, with: typesetter)
    let painter = ReportPainter(language: language)
    let title = document.title.text(language)
    var pdf = PDFDocument(properties, paper: .a4)
    for (number, parts) in layout.pages.enumerated() {
      let foot = document.pageNumber(number + 1, of: layout.pages.count).text(language)
      pdf.addPage { page in
        for part in parts { painter.draw(part, on: page, with: typesetter) }
        painter.drawFoot(title, number: foot, on: page, with: typesetter)
      }
    }
    for heading in layout.headings {
      pdf.addBookmark(heading.title, under: .root, page: heading.page)
    }
    return try pdf.finish()
  }

  /// A page and a bookmark for each document that this one is made of, and nothing else.
  private func partBytes(with typesetter: borrowing Typesetter) throws -> [UInt8] {
    let painter = ReportPainter(language: language)
    let foot = document.title.text(language)
    var pdf = PDFDocument(properties, paper: .a4)
    for (number, part) in document.parts.enumerated() {
      let page = ReportPart(part, language: language, with: typesetter)
      pdf.addPage { paper in
        for placed in page.placed { painter.draw(placed, on: paper, with: typesetter) }
        painter.drawFoot(
          "\(foot)  \(document.subtitle.text(language))",
          number: document.pageNumber(number + 1, of: document.parts.count).text(language),
          on: paper, with: typesetter)
      }
      pdf.addBookmark(part.title.text(language), under: .root, page: number + 1)
    }
    return try pdf.finish()
  }

  private var properties: DocumentProperties {
    DocumentProperties(
      title: document.title.text(language), author: "", subject: document.subtitle.text(language),
      creator: "hotspot \(Program.version)", date: document.asOf)
  }
}
