/// A picture of numbers, before it is drawn.
public struct ReportChart: Sendable, Hashable {
  /// What is drawn.
  public enum Plot: Sendable, Hashable {
    /// Bars that lie, made of parts.
    case bars(BarPlot)
    /// Points over weeks with a band of uncertainty.
    case line(LinePlot)
    /// A point and an interval a row.
    case intervals(IntervalPlot)
    /// Bars that stand, one a value.
    case histogram(HistogramPlot)
    /// Several lines over the same steps.
    case series(SeriesPlot)
    /// A small map with places and a list beside it.
    case places(PlacePlot)
  }

  /// The name that links use; it never changes.
  public var key: String
  /// The title.
  public var title: ReportPhrase
  /// What is seen, for those who do not see it, and how to read it for all.
  public var about: ReportPhrase
  /// The picture.
  public var plot: Plot

  /// Makes a chart.
  public init(key: String, title: ReportPhrase, about: ReportPhrase, plot: Plot) {
    self.key = key
    self.title = title
    self.about = about
    self.plot = plot
  }

  /// The chart's numbers.
  public var table: ReportTable {
    let head = ReportTable(key: key, caption: title, columns: [])
    return switch plot {
    case .bars(let plot): plot.table(head)
    case .line(let plot): plot.table(head)
    case .intervals(let plot): plot.table(head)
    case .histogram(let plot): plot.table(head)
    case .series(let plot): plot.table(head)
    case .places(let plot): plot.table(head)
    }
  }

  /// The chart as lines, areas and texts within a width, in points.
  public func drawing(width: Double, language: Language) -> ChartDrawing {
    switch plot {
    case .bars(let plot): plot.drawing(width: width, language: language)
    case .line(let plot): plot.drawing(width: width, language: language)
    case .intervals(let plot): plot.drawing(width: width, language: language)
    case .histogram(let plot): plot.drawing(width: width, language: language)
    case .series(let plot): plot.drawing(width: width, language: language)
    case .places(let plot): plot.drawing(width: width, language: language)
    }
  }
}
