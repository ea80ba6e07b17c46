import Geo

/// How often each whole value came, from 0 on.
public struct HistogramPlot: Sendable, Hashable {
  /// How often 0, 1, 2 and so on came.
  public var counts: [Int]
  /// True if the last count is of all values from its own on.
  public var isOpen: Bool
  /// What the values are.
  public var valueName: ReportPhrase
  /// What is counted.
  public var countName: ReportPhrase

  private static let height = 180.0
  private static let widest = 30

  /// Counts values; those beyond 29 are one bar.
  public init(_ values: [Int], valueName: ReportPhrase, countName: ReportPhrase) {
    var counts = [Int](repeating: 0, count: min(Self.widest, (values.max() ?? 0) + 1))
    for value in values where value >= 0 { counts[min(value, Self.widest - 1)] += 1 }
    self.counts = counts
    isOpen = (values.max() ?? 0) >= Self.widest
    self.valueName = valueName
    self.countName = countName
  }

  private func name(_ value: Int) -> ReportPhrase {
    isOpen && value == counts.count - 1
      ? ReportText.moreThan.phrase(String(value)) : ReportPhrase(String(value))
  }

  func table(_ head: ReportTable) -> ReportTable {
    var table = head
    table.columns = [.init("value", valueName), .init("count", countName)]
    for (value, count) in counts.enumerated() {
      table.append(String(value), [.text(name(value)), .count(count)])
    }
    return table
  }

  func drawing(width: Double, language: Language) -> ChartDrawing {
    var drawing = ChartDrawing(width: width, height: Self.height)
    let (top, bottom, left, right) = (24.0, Self.height - 38, 40.0, width - 10)
    let axis = ChartAxis(
      through: Double(counts.max() ?? 1), from: bottom, to: top, count: 4, isWhole: true)
    for tick in axis.ticks {
      let y = axis.position(of: tick)
      drawing.line([Coordinate(left, y), Coordinate(right, y)], tick == 0 ? .axis : .grid)
      drawing.text(ReportPhrase(axis.label(tick)), left - 6, y + 4, .end, .muted)
    }
    drawing.text(countName, 0, 12, .start, .muted)
    let step = min(40, (right - left) / Double(max(1, counts.count)))
    let every = max(1, Int((20 / step).rounded(.up)))
    for (value, count) in counts.enumerated() {
      let x = left + (Double(value) + 0.5) * step
      let y = axis.position(of: Double(count))
      if count > 0 { drawing.box(x - step * 0.4, y, step * 0.8, bottom - y, .first) }
      if value % every == 0 {
        drawing.text(ReportPhrase("\(value)"), x, bottom + 14, .middle, .muted)
      }
    }
    drawing.text(valueName, left, bottom + 31, .start, .muted)
    return drawing
  }
}
