import Geo

/// A point with its interval a row, and what all are compared with.
public struct IntervalPlot: Sendable, Hashable {
  /// A row.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var name: ReportPhrase
    /// The point.
    public var value: Double
    /// The interval.
    public var interval: ClosedRange<Double>

    /// Makes a row.
    public init(_ name: ReportPhrase, _ value: Double, _ interval: ClosedRange<Double>) {
      self.name = name
      self.value = value
      self.interval = interval
    }
  }

  /// The rows from above.
  public var rows: [Row]
  /// What is measured.
  public var unit: ReportPhrase
  /// What the rows are compared with and its name; nil: nothing.
  public var reference: Reference?

  /// A value that all rows are compared with.
  public struct Reference: Sendable, Hashable {
    /// The value.
    public var value: Double
    /// Its name.
    public var name: ReportPhrase
  }

  /// Makes a plot.
  public init(rows: [Row], unit: ReportPhrase, reference: Reference? = nil) {
    self.rows = rows
    self.unit = unit
    self.reference = reference
  }

  func table(_ head: ReportTable) -> ReportTable {
    var table = head
    table.columns = [
      .init("name", ReportText.columnGroup.phrase(), isNumber: false), .init("value", unit),
      .init("low", ReportText.columnLow.phrase()), .init("high", ReportText.columnHigh.phrase()),
    ]
    for (number, row) in rows.enumerated() {
      table.append(
        "\(number + 1)",
        [
          .text(row.name), .decimal(row.value, places: 1),
          .decimal(row.interval.lowerBound, places: 1),
          .decimal(row.interval.upperBound, places: 1),
        ])
    }
    return table
  }

  func drawing(width: Double, language: Language) -> ChartDrawing {
    let names = RowNames(rows.map(\.name), width: width, language: language)
    let top = reference == nil ? 6.0 : 22.0
    let bottom = top + Double(rows.count) * RowNames.rowHeight
    var drawing = ChartDrawing(width: width, height: bottom + 36)
    let axis = ChartAxis(through: limit, from: names.width, to: width - 40)
    drawing.ticks(axis, from: top, to: bottom, name: unit)
    if let reference {
      let x = axis.position(of: reference.value)
      drawing.line(
        [Coordinate(x, top - 4), Coordinate(x, bottom)], .reference, width: 1.25, isDashed: true)
      drawing.text(reference.name, x, 12, x > width * 0.8 ? .end : .middle, .reference)
    }
    for (number, row) in rows.enumerated() {
      let y = top + (Double(number) + 0.5) * RowNames.rowHeight
      names.draw(number, at: y, in: &drawing)
      guard row.value.isFinite else { continue }
      let (low, high) = (
        axis.position(of: row.interval.lowerBound), axis.position(of: row.interval.upperBound)
      )
      drawing.line([Coordinate(low, y), Coordinate(high, y)], .first, width: 2)
      if row.interval.upperBound > axis.largest {
        // It goes on: an arrow's head.
        drawing.area(
          [Coordinate(high, y - 4), Coordinate(high + 7, y), Coordinate(high, y + 4)], .first)
      }
      drawing.disc(axis.position(of: row.value), y, radius: 4, .first)
      drawing.text(ReportPhrase(Decimal.text(row.value, places: 1)), width, y + 4, .end, .muted)
    }
    return drawing
  }

  /// Up to the highest interval, but that of a row with hardly any data does not squeeze the others.
  private var limit: Double {
    let ends = rows.filter { $0.value.isFinite }.map(\.interval.upperBound).sorted()
    guard let highest = ends.last else { return 1 }
    let points = (rows.map(\.value).filter(\.isFinite) + [reference?.value ?? 0]).max() ?? highest
    let usual = ends[ends.count / 2] * 2
    return max(points, min(highest, max(usual, points)))
  }
}
