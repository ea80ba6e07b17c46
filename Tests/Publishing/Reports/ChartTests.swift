import CampaignData
import Geo
import Testing

@testable import Publishing

@Suite struct ChartTests {
  @Test(arguments: [
    (9.3, 5, [0.0, 2, 4, 6, 8, 10]), (0.07, 5, [0, 0.02, 0.04, 0.06, 0.08]),
    (100, 5, [0, 20, 40, 60, 80, 100]), (1, 4, [0, 0.5, 1]), (0, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (101, 5, [0, 50, 100, 150]),
  ])
  func `ticks are round and reach the largest value`(
    largest: Double, count: Int, expected: [Double]
  ) {
    let axis = ChartAxis(through: largest, from: 0, to: 100, count: count)
    #expect(axis.ticks.count == expected.count)
    for (tick, other) in zip(axis.ticks, expected) { #expect(abs(tick - other) < 1e-12) }
  }

  @Test func `an axis of counts has whole ticks`() {
    #expect(ChartAxis(through: 2, from: 0, to: 1, isWhole: true).ticks == [0, 1, 2])
    #expect(ChartAxis(through: 0, from: 0, to: 1, isWhole: true).ticks == [0, 1])
  }

  private static let names = ["河北省石家庄市长安区的一个很长很长很长很长很长的名字", "短", "Shijiazhuang"]

  private static let charts: [ReportChart.Plot] = [
    .bars(
      BarPlot(
        series: ["一", "二", "三"].map { ReportPhrase(recorded: $0) },
        rows: names.map { .init(ReportPhrase(recorded: $0), [50, 0, 50]) },
        unit: ReportPhrase("%"), limit: 100)),
    .intervals(
      IntervalPlot(
        rows: names.enumerated().map { number, name in
          .init(ReportPhrase(recorded: name), number == 2 ? .nan : 5, 0...(number == 1 ? 99 : 8))
        }, unit: ReportPhrase("%"), reference: .init(value: 4, name: ReportPhrase("4")))),
    .line(
      LinePlot(
        points: (0..<40).map { week in
          .init(
            CalendarDate(daysSince1970: 17_700 + 7 * week), week % 5 == 4 ? .nan : Double(week),
            0...Double(week + 9))
        }, unit: ReportPhrase("%"))),
    .histogram(
      HistogramPlot(
        [0, 0, 3, 7, 55], valueName: ReportPhrase("x"), countName: ReportPhrase("n"))),
  ]

  @Test(arguments: charts.indices, [360.0, 720])
  func `all that is drawn lies on the drawing`(number: Int, width: Double) {
    let chart = ReportChart(
      key: "c", title: ReportPhrase("t"), about: ReportPhrase("a"), plot: Self.charts[number])
    let drawing = chart.drawing(width: width, language: .zh)
    #expect(drawing.width == width)
    func isInside(_ x: Double, _ y: Double) -> Bool {
      x >= -0.01 && x <= width + 0.01 && y >= -0.01 && y <= drawing.height + 0.01
    }
    for shape in drawing.shapes {
      switch shape {
      case .box(let x, let y, let wide, let high, _):
        #expect(isInside(x, y) && isInside(x + wide, y + high))
        #expect(wide >= 0 && high >= 0)
      case .line(let points, _, _, _), .area(let points, _):
        #expect(points.allSatisfy { isInside($0.x, $0.y) })
      case .disc(let x, let y, _, _): #expect(isInside(x, y))
      case .text(let phrase, let x, let y, _, let anchor, _):
        let length = ChartDrawing.textWidth(phrase.zh)
        let start = anchor == .start ? x : anchor == .end ? x - length : x - length / 2
        #expect(isInside(start, y), "\(phrase.zh)")
      }
    }
  }

  @Test func `each chart has its numbers as a table`() {
    for plot in Self.charts {
      let chart = ReportChart(
        key: "c", title: ReportPhrase("t"), about: ReportPhrase("a"), plot: plot)
      #expect(!chart.table.rows.isEmpty)
    }
    let counts = HistogramPlot(
      [0, 0, 3, 55], valueName: ReportPhrase("x"), countName: ReportPhrase("n"))
    #expect(counts.counts.count == 30 && counts.counts[29] == 1 && counts.isOpen)
  }

  @Test func `series are told apart in grey`() {
    func lightness(_ ink: ChartInk) -> Double {
      let value = ink.onPaper
      func part(_ shift: UInt32) -> Double {
        let share = Double(value >> shift & 255) / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055).squared
      }
      return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }
    let steps = [ChartInk.first, .second, .third].map(lightness) + [1]
    for (one, other) in zip(steps, steps.dropFirst()) { #expect(other - one > 0.15) }
  }
}

extension Double {
  /// Near enough to the exponent 2.4 for telling shades apart.
  fileprivate var squared: Double { self * self }
}
