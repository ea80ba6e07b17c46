import Geo
import Testing

@testable import Publishing

@Suite struct SeriesPlotTests {
  private static func chart(_ values: [Double]) -> ReportChart {
    ReportChart(
      key: "lines", title: ReportPhrase(zh: "线", en: "Lines <&>"),
      about: ReportPhrase(zh: "说明", en: "about"),
      plot: .series(
        SeriesPlot(
          steps: values.indices.map { "\($0 + 1)" }, stepName: ReportPhrase(zh: "轮", en: "round"),
          series: [
            .init(ReportPhrase(zh: "甲", en: "one"), values),
            .init(ReportPhrase(zh: "乙", en: "two"), values.map { $0 / 2 }),
          ], unit: ReportPhrase(zh: "%", en: "%"))))
  }

  @Test func `values below 0 are below the axis, and gaps are left out`() throws {
    let drawing = Self.chart([0.5, -0.3, .nan, 0.2]).drawing(width: 600, language: .en)
    var points: [Double] = []
    var axis = Double.nan
    for shape in drawing.shapes {
      if case .disc(_, let y, _, .first) = shape { points.append(y) }
      if case .line(let ends, .axis, _, _) = shape { axis = ends[0].y }
    }
    #expect(points.count == 3)
    #expect(points[0] < axis && points[1] > axis && points[2] < axis)
    #expect(points.allSatisfy { $0 > 0 && $0 < drawing.height })
  }

  @Test func `the table has a row a step and a column a line`() {
    let table = Self.chart([1, 2]).table
    #expect(table.columns.map(\.key) == ["step", "series_1", "series_2"])
    #expect(table.rowKeys == ["1", "2"])
  }

  @Test func `a picture of its own names the format, is styled and escaped`() {
    let svg = ChartPicture(Self.chart([1, 2, 3]), language: .en).svg
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(svg.contains("Lines &lt;&amp;&gt;") && svg.contains("prefers-color-scheme:dark"))
    #expect(svg.hasSuffix("</svg>\n"))
  }
}
