/// A chart of a report as an SVG file of its own, light or dark as the reader's screen is.
public struct ChartPicture {
  private let chart: ReportChart
  private let language: Language

  private static let width = 720.0
  private static let margin = 12.0

  /// Takes a chart; its words are in a language.
  public init(_ chart: ReportChart, language: Language) {
    self.chart = chart
    self.language = language
  }

  /// The file.
  public var svg: String {
    let drawing = chart.drawing(width: Self.width, language: language)
    let markup = ChartMarkup(chart, drawing: drawing, language: language)
    let (width, height) = (
      Decimal.text(drawing.width + 2 * Self.margin, places: 0),
      Decimal.text(drawing.height + 2 * Self.margin + 22, places: 0)
    )
    let margin = Decimal.text(Self.margin, places: 0)
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
          + " viewBox=\"0 0 \(width) \(height)\" font-family=\"sans-serif\">",
        "<style>\(ReportStyle.chartSheet)</style>",
        "<rect width=\"100%\" height=\"100%\" class=\"paper\"/>",
        "<text class=\"f-text\" x=\"\(margin)\" y=\"24\" font-size=\"14\" font-weight=\"600\">"
          + MarkupText.escaped(chart.title.text(language)) + "</text>",
        "<g transform=\"translate(\(margin) 34)\">",
      ] + markup.lines + ["</g>", "</svg>"]
    return lines.joined(separator: "\n") + "\n"
  }
}
