/// The names to the left of a chart's rows.
struct RowNames {
  /// How high a row is.
  static let rowHeight = 17.0

  private let names: [ReportPhrase]
  /// How wide they are, with the gap to the data.
  let width: Double

  /// Names that take up to two fifths of a chart's width; longer ones are cut.
  init(_ names: [ReportPhrase], width: Double, language: Language) {
    let limit = width * 0.4
    self.names = names.map { Self.cut($0, to: limit) }
    let widest = self.names.map { ChartDrawing.textWidth($0.text(language)) }.max() ?? 0
    self.width = min(limit, widest) + 10
  }

  /// Draws a row's name around a height.
  func draw(_ row: Int, at y: Double, in drawing: inout ChartDrawing) {
    drawing.text(names[row], width - 8, y + 4, .end)
  }

  private static func cut(_ name: ReportPhrase, to width: Double) -> ReportPhrase {
    func cut(_ text: String) -> String {
      guard ChartDrawing.textWidth(text) > width else { return text }
      var short = text
      while ChartDrawing.textWidth(short + "…") > width, !short.isEmpty { short.removeLast() }
      return short + "…"
    }
    var shorter = name
    (shorter.zh, shorter.en) = (cut(name.zh), cut(name.en))
    return shorter
  }
}
