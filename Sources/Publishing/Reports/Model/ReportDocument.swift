/// A report as what it says, in both languages, before it is a page of any format.
public struct ReportDocument: Sendable, Hashable {
  /// The title.
  public var title: ReportPhrase
  /// Whom and which days it is of, and by what was known.
  public var subtitle: ReportPhrase
  /// What to beware of before anything else.
  public var warnings: [ReportPhrase] = []
  /// The numbers that stand out.
  public var figures: [KeyFigure] = []
  /// The sections, in order.
  public var sections: [ReportSection] = []

  /// Begins a report.
  public init(title: ReportPhrase, subtitle: ReportPhrase) {
    self.title = title
    self.subtitle = subtitle
  }

  /// All tables, in order.
  public var tables: [ReportTable] {
    sections.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }
}
