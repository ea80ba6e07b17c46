public import CampaignData
import Geo

/// A value a week with its interval.
public struct LinePlot: Sendable, Hashable {
  /// A week.
  public struct Point: Sendable, Hashable {
    /// Its Monday.
    public var day: CalendarDate
    /// The value; not a number where there is none.
    public var value: Double
    /// The interval.
    public var interval: ClosedRange<Double>

    /// Makes a point.
    public init(_ day: CalendarDate, _ value: Double, _ interval: ClosedRange<Double>) {
      self.day = day
      self.value = value
      self.interval = interval
    }
  }

  /// The weeks, in order.
  public var points: [Point]
  /// What is measured.
  public var unit: ReportPhrase

  private static let height = 190.0

  /// Makes a plot.
  public init(points: [Point], unit: ReportPhrase) {
    self.points = points
    self.unit = unit
  }

  func table(_ head: ReportTable) -> ReportTable {
    var table = head
    table.columns = [
      .init("week", ReportText.columnWeek.phrase(), isNumber: false), .init("value", unit),
      .init("low", ReportText.columnLow.phrase()), .init("high", ReportText.columnHigh.phrase()),
    ]
    for point in points {
      table.append(
        point.day.description,
        [
          .text(ReportPhrase(point.day.description)), .decimal(point.value, places: 1),
          .decimal(point.value.isFinite ? point.interval.lowerBound : .nan, places: 1),
          .decimal(point.value.isFinite ? point.interval.upperBound : .nan, places: 1),
        ])
    }
    return table
  }

  func drawing(width: Double, language: Language) -> ChartDrawing {
    var drawing = ChartDrawing(width: width, height: Self.height)
    let (top, bottom, left, right) = (24.0, Self.height - 24, 34.0, width - 20)
    let known = points.filter { $0.value.isFinite }
    let axis = ChartAxis(
      through: known.map(\.interval.upperBound).max() ?? 1, from: bottom, to: top)
    for tick in axis.ticks {
      let y = axis.position(of: tick)
      drawing.line([Coordinate(left, y), Coordinate(right, y)], tick == 0 ? .axis : .grid)
      drawing.text(ReportPhrase(axis.label(tick)), left - 6, y + 4, .end, .muted)
    }
    drawing.text(unit, 0, 12, .start, .muted)
    func x(_ number: Int) -> Double {
      left + (right - left) * (Double(number) + 0.5) / Double(max(1, points.count))
    }
    label(&drawing, x: x, y: bottom + 15, room: (right - left) / Double(max(1, points.count)))
    for run in runs {
      let upper = run.map {
        Coordinate(x($0), axis.position(of: points[$0].interval.upperBound))
      }
      let lower = run.map {
        Coordinate(x($0), axis.position(of: points[$0].interval.lowerBound))
      }
      if run.count > 1 {
        drawing.area(upper + lower.reversed(), .band)
        drawing.line(
          run.map { Coordinate(x($0), axis.position(of: points[$0].value)) }, .first, width: 2)
      } else {
        drawing.line(upper + lower, .first, width: 2)
      }
    }
    for (number, point) in points.enumerated() where point.value.isFinite {
      drawing.disc(x(number), axis.position(of: point.value), radius: 3.5, .first)
    }
    return drawing
  }

  /// Weeks in a row that have a value.
  private var runs: [[Int]] {
    var runs: [[Int]] = []
    for (number, point) in points.enumerated() where point.value.isFinite {
      if let last = runs.last?.last, last == number - 1 {
        runs[runs.count - 1].append(number)
      } else {
        runs.append([number])
      }
    }
    return runs
  }

  private func label(
    _ drawing: inout ChartDrawing, x: (Int) -> Double, y: Double, room: Double
  ) {
    let every = max(1, Int((46 / max(1, room)).rounded(.up)))
    for (number, point) in points.enumerated() where number % every == 0 {
      let day = point.day.description
      drawing.text(
        ReportPhrase(number == 0 ? day : String(day.dropFirst(5))), x(number), y, .middle, .muted)
    }
  }
}
