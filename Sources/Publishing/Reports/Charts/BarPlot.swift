import Geo

/// Bars that lie, one a row, each made of up to three parts.
public struct BarPlot: Sendable, Hashable {
  /// A row.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var name: ReportPhrase
    /// Its parts, as many as there are series.
    public var values: [Double]

    /// Makes a row.
    public init(_ name: ReportPhrase, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  /// What the parts are, one to three.
  public var series: [ReportPhrase]
  /// The rows from above.
  public var rows: [Row]
  /// What is counted.
  public var unit: ReportPhrase
  /// How many decimals the numbers have.
  public var places: Int
  /// Where the scale ends at least; nil: at the largest row.
  public var limit: Double?

  private static let inks: [ChartInk] = [.first, .second, .third]

  /// Makes a plot.
  public init(
    series: [ReportPhrase], rows: [Row], unit: ReportPhrase, places: Int = 0, limit: Double? = nil
  ) {
    self.series = series
    self.rows = rows
    self.unit = unit
    self.places = places
    self.limit = limit
  }

  func table(_ head: ReportTable) -> ReportTable {
    var table = head
    table.columns =
      [.init("name", ReportText.columnGroup.phrase(), isNumber: false)]
      + series.enumerated().map { .init("series_\($0 + 1)", $1) }
    for (number, row) in rows.enumerated() {
      table.append(
        "\(number + 1)", [.text(row.name)] + row.values.map { .decimal($0, places: places) })
    }
    return table
  }

  func drawing(width: Double, language: Language) -> ChartDrawing {
    let names = RowNames(rows.map(\.name), width: width, language: language)
    let top = series.count > 1 ? 26.0 : 6.0
    let bottom = top + Double(rows.count) * RowNames.rowHeight
    var drawing = ChartDrawing(width: width, height: bottom + 36)
    if series.count > 1 { legend(&drawing, from: names.width, language) }
    let largest = rows.map { $0.values.reduce(0, +) }.max() ?? 1
    let axis = ChartAxis(
      through: max(limit ?? 0, largest), from: names.width, to: width - 40, isWhole: places == 0)
    drawing.ticks(axis, from: top, to: bottom, name: unit)
    for (number, row) in rows.enumerated() {
      let y = top + (Double(number) + 0.5) * RowNames.rowHeight
      names.draw(number, at: y, in: &drawing)
      var (sum, x) = (0.0, axis.start)
      for (part, value) in row.values.enumerated() where value > 0 {
        sum += value
        let end = axis.position(of: sum)
        drawing.box(x, y - 5.5, end - x, 11, Self.inks[min(part, 2)])
        x = end
      }
      let shown = row.values.first ?? 0
      drawing.text(
        ReportPhrase(Decimal.text(shown, places: places)), width, y + 4, .end, .muted)
    }
    return drawing
  }

  private func legend(_ drawing: inout ChartDrawing, from left: Double, _ language: Language) {
    var x = left
    for (part, name) in series.enumerated() {
      drawing.box(x, 4, 11, 11, Self.inks[min(part, 2)])
      drawing.text(name, x + 16, 13.5, .start)
      x += 16 + ChartDrawing.textWidth(name.text(language)) + 18
    }
  }
}
