public import CampaignData

/// A report as what it says, in both languages, before it is a page of any format.
public struct ReportDocument: Sendable, Hashable {
  /// The title.
  public var title: ReportPhrase
  /// Whom and which days it is of, and by what was known.
  public var subtitle: ReportPhrase
  /// The moment by whose facts it was made.
  public var asOf: Moment
  /// What to beware of before anything else.
  public var warnings: [ReportPhrase] = []
  /// The numbers that stand out.
  public var figures: [KeyFigure] = []
  /// The sections, in order.
  public var sections: [ReportSection] = []
  /// Documents that it is made of, each a page of its own on paper; those have none themselves.
  public var parts: [ReportDocument] = []
  /// The name that links to a part use; it never changes.
  public var key = ""

  /// Begins a report.
  public init(title: ReportPhrase, subtitle: ReportPhrase, asOf: Moment) {
    self.title = title
    self.subtitle = subtitle
    self.asOf = asOf
  }

  /// All tables, in order, those of its parts after its own.
  public var tables: [ReportTable] {
    blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  /// What stands in its sections and in those of its parts.
  var blocks: [ReportBlock] { sections.flatMap(\.blocks) + parts.flatMap(\.blocks) }

  /// The same with at most so many rows of its first table shown, and half as many of the others.
  public func showing(rows limit: Int) -> ReportDocument {
    var document = self
    var left = limit
    for section in sections.indices {
      for block in sections[section].blocks.indices {
        guard case .table(var table) = sections[section].blocks[block], !table.isForPrograms
        else { continue }
        table.shownRows = min(table.shownRows ?? left, left)
        document.sections[section].blocks[block] = .table(table)
        left = (limit + 1) / 2
      }
    }
    return document
  }

  /// What stands on a page of so many.
  public func pageNumber(_ page: Int, of pages: Int) -> ReportPhrase {
    ReportText.pageOf.phrase("\(page)", "\(pages)")
  }
}
