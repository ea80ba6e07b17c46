import Publishing

/// A part of a printed report that stays together, or a table, which may go on to the next page.
enum ReportItem: Sendable {
  /// A heading of a section, kept with what follows; readers' outlines lead to it.
  case heading(String)
  /// A text; a caption is kept with what follows.
  case text(String, TextStyle, isCaption: Bool)
  /// Numbers that stand out, in rows of four.
  case figures([KeyFigure])
  /// A chart.
  case chart(ChartDrawing)
  /// Rows and columns.
  case table(PageTable, rows: [[String]])

  /// True if it must not end a page.
  var isKeptWithNext: Bool {
    switch self {
    case .heading: true
    case .text(_, _, let isCaption): isCaption
    case .figures, .chart, .table: false
    }
  }

  /// Room above it in points.
  var space: Double {
    switch self {
    case .heading: 18
    case .text(_, let style, let isCaption): isCaption && style.isBold ? 11 : 3
    case .figures, .chart: 7
    case .table: 4
    }
  }
}
