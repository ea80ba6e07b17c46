import Geo

/// Up to four lines over the same steps, the first with a band of uncertainty if it has one.
public struct SeriesPlot: Sendable, Hashable {
  /// A line.
  public struct Series: Sendable, Hashable {
    /// What it is.
    public var name: ReportPhrase
    /// A value a step; not a number where there is none.
    public var values: [Double]
    /// The uncertainty of each value; empty: none is shown.
    public var intervals: [ClosedRange<Double>]

    /// Makes a line.
    public init(
      _ name: ReportPhrase, _ values: [Double], intervals: [ClosedRange<Double>] = []
    ) {
      self.name = name
      self.values = values
      self.intervals = intervals
    }
  }

  /// What the steps are, as they are written.
  public var steps: [String]
  /// What a step is.
  public var stepName: ReportPhrase
  /// The lines, the one that matters first.
  public var series: [Series]
  /// What is measured.
  public var unit: ReportPhrase
  /// How many decimals the numbers have.
  public var places: Int
  /// Where the scale ends at least; nil: at the largest value.
  public var limit: Double?

  private static let height = 240.0
  private static let inks: [(ink: ChartInk, isDashed: Bool)] = [
    (.first, false), (.second, false), (.reference, true), (.axis, true),
  ]

  /// Makes a plot.
  public init(
    steps: [String], stepName: ReportPhrase, series: [Series], unit: ReportPhrase, places: Int = 1,
    limit: Double? = nil
  ) {
    self.steps = steps
    self.stepName = stepName
    self.series = series
    self.unit = unit
    self.places = places
    self.limit = limit
  }

  func table(_ head: ReportTable) -> ReportTable {
    var table = head
    table.columns =
      [.init("step", stepName, isNumber: false)]
      + series.enumerated().map { .init("series_\($0 + 1)", $1.name) }
    for (number, step) in steps.enumerated() {
      table.append(
        step,
        [.text(ReportPhrase(step))] + series.map { .decimal($0.values[number], places: places) })
    }
    return table
  }

  /// The scale: round numbers from at most 0 to the largest value.
  private func scale(_ bottom: Double, _ top: Double) -> (ticks: [Double], y: (Double) -> Double) {
    let values = series.flatMap {
      $0.values + $0.intervals.flatMap { [$0.lowerBound, $0.upperBound] }
    }
    .filter(\.isFinite)
    let largest = max(limit ?? 0, values.max() ?? 1)
    let axis = ChartAxis(through: largest, from: 0, to: 1)
    let step = axis.ticks.count > 1 ? axis.ticks[1] : 1
    let least = min(0, values.min() ?? 0)
    let below = Int((-least / step - 1e-9).rounded(.up))
    let low = -Double(max(0, below)) * step
    let ticks = (0..<max(0, below)).map { low + Double($0) * step } + axis.ticks
    return (ticks, { bottom + (top - bottom) * ($0 - low) / (axis.largest - low) })
  }

  func drawing(width: Double, language: Language) -> ChartDrawing {
    var drawing = ChartDrawing(width: width, height: Self.height)
    let (top, bottom, left, right) = (44.0, Self.height - 40, 38.0, width - 14)
    let (ticks, y) = scale(bottom, top)
    let places = ticks.count > 1 ? ChartAxis.places(ofStep: ticks[1] - ticks[0]) : 0
    for tick in ticks {
      let height = y(tick)
      drawing.line(
        [Coordinate(left, height), Coordinate(right, height)], tick == 0 ? .axis : .grid)
      drawing.text(
        ReportPhrase(Decimal.text(tick, places: places)), left - 6, height + 4, .end, .muted)
    }
    drawing.text(unit, 0, 32, .start, .muted)
    drawing.text(stepName, right, Self.height - 6, .end, .muted)
    let room = (right - left) / Double(max(1, steps.count))
    func x(_ number: Int) -> Double { left + room * (Double(number) + 0.5) }
    let every = max(1, Int((26 / max(1, room)).rounded(.up)))
    for (number, step) in steps.enumerated() where number % every == 0 {
      drawing.text(ReportPhrase(step), x(number), bottom + 16, .middle, .muted)
    }
    for line in series { drawBand(of: line, into: &drawing, x: x, y: y) }
    for (number, line) in series.enumerated().reversed() {
      draw(line, Self.inks[min(number, 3)], into: &drawing, x: x, y: y)
    }
    legend(&drawing, from: left, language)
    return drawing
  }

  private func drawBand(
    of line: Series, into drawing: inout ChartDrawing, x: (Int) -> Double, y: (Double) -> Double
  ) {
    let known = line.values.indices.filter { line.values[$0].isFinite }
    guard line.intervals.count == line.values.count, known.count > 1 else { return }
    let upper = known.map { Coordinate(x($0), y(line.intervals[$0].upperBound)) }
    let lower = known.map { Coordinate(x($0), y(line.intervals[$0].lowerBound)) }
    drawing.area(upper + lower.reversed(), .band)
  }

  private func draw(
    _ line: Series, _ look: (ink: ChartInk, isDashed: Bool), into drawing: inout ChartDrawing,
    x: (Int) -> Double, y: (Double) -> Double
  ) {
    let known = line.values.indices.filter { line.values[$0].isFinite }
    let points = known.map { Coordinate(x($0), y(line.values[$0])) }
    if points.count > 1 { drawing.line(points, look.ink, width: 2, isDashed: look.isDashed) }
    for point in points where !look.isDashed || points.count == 1 {
      drawing.disc(point.x, point.y, radius: 3, look.ink)
    }
  }

  private func legend(_ drawing: inout ChartDrawing, from left: Double, _ language: Language) {
    guard series.count > 1 else { return }
    var x = left
    for (number, line) in series.enumerated() {
      let look = Self.inks[min(number, 3)]
      drawing.line(
        [Coordinate(x, 10), Coordinate(x + 18, 10)], look.ink, width: 2, isDashed: look.isDashed)
      drawing.text(line.name, x + 23, 14, .start)
      x += 23 + ChartDrawing.textWidth(line.name.text(language)) + 16
    }
  }
}
