import Publishing

/// A document that is one page of another, laid out so that it fits.
struct ReportPart {
  /// What stands where on its page.
  let placed: [ReportLayout.Placed]

  /// Lays a document out with as many rows of its tables as one page holds.
  ///
  /// A line below each table tells how many are not shown. What does not fit even with a row each is left out at the end.
  init(
    _ document: ReportDocument, language: Language, with typesetter: borrowing Typesetter
  ) {
    var pages: [[ReportLayout.Placed]] = [[]]
    for rows in [20, 14, 11, 9, 7, 6, 5, 4, 3, 2, 1] {
      let items = ReportItems(
        document.showing(rows: rows), language: language, width: ReportInk.frame.width,
        isCompact: true, with: typesetter)
      pages = ReportLayout(items.items, with: typesetter).pages
      if pages.count == 1 { break }
    }
    placed = pages.first ?? []
  }
}
