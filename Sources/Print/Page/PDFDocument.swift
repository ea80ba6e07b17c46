import CPangoCairo
import CampaignData
import Terminal

/// A PDF of pages with bookmarks: the owner of a cairo surface and its drawing context.
///
/// Fonts are embedded as subsets and text can be extracted. The same drawing gives the same bytes:
/// its date is that of its properties.
///
/// ```swift
/// var document = PDFDocument(properties, paper: .a4)
/// document.addPage(label: "1") { page in page.draw(layout, at: PagePoint(40, 40)) }
/// document.addBookmark("石家庄市", under: .root, page: 1)
/// let bytes = try document.finish()
/// ```
struct PDFDocument: ~Copyable {
  private let output = PDFBytes()
  private let surface: OpaquePointer?
  private let context: OpaquePointer?
  private let paper: PaperSize
  /// How many pages it has.
  private(set) var pages = 0

  init(_ properties: DocumentProperties, paper: PaperSize) {
    self.paper = paper
    surface = cairo_pdf_surface_create_for_stream(
      PDFBytes.write, output.closure, paper.width, paper.height)
    context = cairo_create(surface)
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
    let metadata: [(cairo_pdf_metadata_t, String)] = [
      (CAIRO_PDF_METADATA_TITLE, properties.title),
      (CAIRO_PDF_METADATA_AUTHOR, properties.author),
      (CAIRO_PDF_METADATA_SUBJECT, properties.subject),
      (CAIRO_PDF_METADATA_KEYWORDS, properties.keywords),
      (CAIRO_PDF_METADATA_CREATOR, properties.creator),
      (CAIRO_PDF_METADATA_CREATE_DATE, properties.date.description),
      (CAIRO_PDF_METADATA_MOD_DATE, properties.date.description),
    ]
    for (key, text) in metadata where !text.isEmpty {
      cairo_pdf_surface_set_metadata(surface, key, text)
    }
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Adds a page and draws it.
  /// - Parameters:
  ///   - label: what readers call it; nil: its number.
  ///   - paper: its size, where it is not the document's.
  mutating func addPage(
    label: String? = nil, paper: PaperSize? = nil, _ draw: (borrowing Page) throws -> Void
  ) rethrows {
    pages += 1
    let size = paper ?? self.paper
    cairo_pdf_surface_set_size(surface, size.width, size.height)
    if let label { cairo_pdf_surface_set_page_label(surface, label) }
    try draw(Page(context: context, paper: size))
    cairo_show_page(context)
  }

  /// Adds an entry to the outline that leads to the top of a page, counted from 1; its parent is
  /// shown closed.
  @discardableResult
  mutating func addBookmark(_ title: String, under parent: Bookmark, page: Int) -> Bookmark {
    let isTop = parent == .root
    return Bookmark(
      id: cairo_pdf_surface_add_outline(
        surface, parent.id, title, "page=\(page) pos=[0 0]",
        isTop ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0)))
  }

  /// The bytes of the whole document; throws `software` if cairo failed on the way.
  consuming func finish() throws(CommandFailure) -> [UInt8] {
    cairo_surface_finish(surface)
    let status = [cairo_status(context), cairo_surface_status(surface)]
      .first { $0 != CAIRO_STATUS_SUCCESS }
    if let status {
      throw CommandFailure(
        status: .software,
        message: "cairo cannot draw the document: "
          + String(cString: cairo_status_to_string(status)),
        hint: "Please report it with the command that you gave.")
    }
    return output.bytes
  }
}
