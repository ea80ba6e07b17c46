import Publishing

/// How high the parts of a report are.
enum ReportMeasure {
  static let figuresInRow = 4
  static let figureHeight = 52.0
  static let figureGap = 7.0

  /// The height of a part within a width, in points; of a table 0, which is measured by its rows.
  static func height(
    of item: ReportItem, width: Double, with typesetter: borrowing Typesetter
  ) -> Double {
    switch item {
    case .heading(let text):
      return typesetter.layout(text, ReportInk.heading, width: width).height + 3
    case .text(let text, let style, _): return typesetter.layout(text, style, width: width).height
    case .figures(let figures):
      let rows = Double((figures.count + figuresInRow - 1) / figuresInRow)
      return rows * (figureHeight + figureGap) - figureGap
    case .chart(let drawing): return drawing.height * ReportInk.chartScale
    case .table: return 0
    }
  }
}
