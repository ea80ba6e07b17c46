import Publishing

/// A report's parts in the order in which they are printed.
struct ReportItems {
  private let language: Language
  private let width: Double
  private let isCompact: Bool
  private(set) var items: [ReportItem] = []

  /// - Parameter isCompact: for a document that is a page of another: small headings, no captions of
  ///   charts.
  init(
    _ document: ReportDocument, language: Language, width: Double, isCompact: Bool = false,
    with typesetter: borrowing Typesetter
  ) {
    self.language = language
    self.width = width
    self.isCompact = isCompact
    add(document.title, isCompact ? ReportInk.heading : ReportInk.title)
    add(document.subtitle, ReportInk.small)
    for warning in document.warnings { add(warning, ReportInk.warning) }
    if !document.figures.isEmpty { items.append(.figures(document.figures)) }
    for section in document.sections {
      if isCompact {
        add(section.heading, ReportInk.caption, isCaption: true)
      } else {
        items.append(.heading(section.heading.text(language)))
      }
      for block in section.blocks { add(block, typesetter) }
    }
  }

  private mutating func add(
    _ phrase: ReportPhrase, _ style: TextStyle, isCaption: Bool = false
  ) {
    items.append(.text(phrase.text(language), style, isCaption: isCaption))
  }

  private mutating func add(_ block: ReportBlock, _ typesetter: borrowing Typesetter) {
    switch block {
    case .paragraph(let phrase): add(phrase, isCompact ? ReportInk.dense : ReportInk.body)
    case .note(let phrase): add(phrase, ReportInk.small)
    case .chart(let chart):
      if !isCompact { add(chart.title, ReportInk.caption, isCaption: true) }
      items.append(.text(chart.about.text(language), ReportInk.small, isCaption: true))
      items.append(
        .chart(chart.drawing(width: width / ReportInk.chartScale, language: language)))
    case .table(let table):
      guard !table.isForPrograms else { return }
      add(table.caption, isCompact ? ReportInk.small : ReportInk.caption, isCaption: true)
      let rows = table.shown.map { row in row.map { $0.text(language) } }
      items.append(.table(columns(of: table, rows, typesetter), rows: rows))
      if let note = table.unshownNote { add(note, ReportInk.small) }
    }
  }

  /// Columns as wide as their widest value; where all are too wide for the page, the widest are as
  /// narrow as it takes, so that long words wrap and identifiers and days do not.
  private func columns(
    of table: ReportTable, _ rows: [[String]], _ typesetter: borrowing Typesetter
  ) -> PageTable {
    var printed = PageTable(columns: [])
    for (number, column) in table.columns.enumerated() {
      let heading = column.heading.text(language)
      var widest = min(90, typesetter.layout(heading, printed.head).width)
      for row in rows { widest = max(widest, typesetter.layout(row[number], printed.body).width) }
      printed.columns.append(
        PageTable.Column(
          heading: heading, width: widest + 2 * printed.margin + 6,
          alignment: column.isNumber ? .right : .left))
    }
    let most = widest(of: printed.columns.map(\.width))
    for number in printed.columns.indices {
      printed.columns[number].width = min(printed.columns[number].width, most)
    }
    return printed
  }

  /// The most that a column may take for all to fit, when narrower ones keep what they need.
  private func widest(of needs: [Double]) -> Double {
    var left = width
    for (number, need) in needs.sorted().enumerated() {
      let share = left / Double(needs.count - number)
      if need > share { return share }
      left -= need
    }
    return .infinity
  }
}
