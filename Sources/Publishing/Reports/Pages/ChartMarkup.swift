import Geo

/// A drawn chart as SVG within a page, coloured by the page's style.
struct ChartMarkup {
  private let chart: ReportChart
  private let drawing: ChartDrawing
  private let language: Language

  init(_ chart: ReportChart, drawing: ChartDrawing, language: Language) {
    self.chart = chart
    self.drawing = drawing
    self.language = language
  }

  /// The elements; a title and a description stand for the picture where it cannot be seen.
  var lines: [String] {
    let (title, about) = (chart.key + "-title", chart.key + "-about")
    let (width, height) = (px(drawing.width), px(drawing.height))
    return [
      "<svg role=\"img\" aria-labelledby=\"\(title) \(about)\" viewBox=\"0 0 \(width) \(height)\""
        + " width=\"\(width)\" height=\"\(height)\">",
      "<title id=\"\(title)\">\(MarkupText.escaped(chart.title.text(language)))</title>",
      "<desc id=\"\(about)\">\(MarkupText.escaped(chart.about.text(language)))</desc>",
    ] + drawing.shapes.map(element) + ["</svg>"]
  }

  private func element(_ shape: ChartShape) -> String {
    switch shape {
    case .box(let x, let y, let width, let height, let ink):
      return MarkupText.tag(
        "rect",
        [
          ("class", "f-\(ink.rawValue)"), ("x", px(x)), ("y", px(y)), ("width", px(width)),
          ("height", px(height)),
        ], isEmpty: true)
    case .line(let points, let ink, let width, let isDashed):
      var attributes = [
        ("class", "s-\(ink.rawValue)"), ("points", list(points)), ("stroke-width", px(width)),
      ]
      if isDashed { attributes.append(("stroke-dasharray", "5 3")) }
      return MarkupText.tag("polyline", attributes, isEmpty: true)
    case .area(let points, let ink):
      return MarkupText.tag(
        "polygon", [("class", "f-\(ink.rawValue)"), ("points", list(points))], isEmpty: true)
    case .disc(let x, let y, let radius, let ink):
      return MarkupText.tag(
        "circle",
        [("class", "f-\(ink.rawValue)"), ("cx", px(x)), ("cy", px(y)), ("r", px(radius))],
        isEmpty: true)
    case .text(let phrase, let x, let y, let size, let anchor, let ink):
      var attributes = [
        ("class", "f-\(ink.rawValue)"), ("x", px(x)), ("y", px(y)), ("font-size", px(size)),
      ]
      if anchor != .start { attributes.append(("text-anchor", anchor == .end ? "end" : "middle")) }
      if phrase.isRecorded, language == .en { attributes.append(("lang", "zh")) }
      return MarkupText.tag("text", attributes)
        + MarkupText.escaped(phrase.text(language)) + "</text>"
    }
  }

  private func list(_ points: [Coordinate]) -> String {
    points.map { "\(px($0.x)),\(px($0.y))" }.joined(separator: " ")
  }

  /// A length with at most one decimal.
  private func px(_ value: Double) -> String {
    let text = Decimal.text(value, places: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
