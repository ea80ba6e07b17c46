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

  /// Begins a report.
  public init(title: ReportPhrase, subtitle: ReportPhrase, asOf: Moment) {
    self.title = title
    self.subtitle = subtitle
    self.asOf = asOf
  }

  /// All tables, in order.
  public var tables: [ReportTable] {
    sections.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  /// What stands on a page of so many.
  public func pageNumber(_ page: Int, of pages: Int) -> ReportPhrase {
    ReportText.pageOf.phrase("\(page)", "\(pages)")
  }
}
