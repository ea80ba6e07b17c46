import Foundation
import Testing

@testable import Publishing

@Suite struct ReportPageTests {
  private var document: ReportDocument {
    var table = ReportTable(
      key: "t", caption: ReportPhrase(zh: "表", en: "Table"),
      columns: [
        .init("name", ReportPhrase(zh: "名", en: "name"), isNumber: false),
        .init("n", ReportPhrase(zh: "数", en: "number")),
      ], shownRows: 1)
    table.append("a", [.text(ReportPhrase(recorded: "<b>厂 & \"甲\"</b>")), .count(-1_234_567)])
    table.append("b", [.text(ReportPhrase(recorded: "乙")), .decimal(.nan, places: 1)])
    let chart = ReportChart(
      key: "c", title: ReportPhrase(zh: "图", en: "Chart"), about: ReportPhrase("a < b"),
      plot: .intervals(
        IntervalPlot(
          rows: [.init(ReportPhrase(recorded: "<i>"), 1, 0...2)], unit: ReportPhrase("%"))))
    var document = ReportDocument(
      title: ReportPhrase(zh: "报告", en: "Report <1>"), subtitle: ReportPhrase("s"),
      asOf: Fixture.known)
    document.figures = [KeyFigure("5 & 6", ReportPhrase("f"))]
    document.warnings = [ReportPhrase("w > v")]
    document.sections = [
      ReportSection("one", ReportPhrase("1"), [.table(table), .chart(chart)])
    ]
    return document
  }

  @Test func `all that was recorded is escaped`() {
    let page = ReportPage(document, language: .en).html
    #expect(page.contains("&lt;b&gt;厂 &amp; &quot;甲&quot;&lt;/b&gt;"))
    #expect(!page.contains("<b>") && !page.contains("<i>") && !page.contains("Report <1>"))
    #expect(page.contains("5 &amp; 6") && page.contains("w &gt; v"))
  }

  @Test func `a recorded name says on an English page that it is Chinese`() {
    #expect(ReportPage(document, language: .en).html.contains("<span lang=\"zh\">&lt;b&gt;厂"))
    #expect(!ReportPage(document, language: .zh).html.contains("lang=\"zh\""))
  }

  @Test func `nothing is asked from elsewhere`() {
    let page = ReportPage(document, language: .zh).html
    for word in ["http:", "https:", "src=", "<script", "@import", "url(", "<link"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `rows that are not shown are told and are in the data`() throws {
    let page = ReportPage(document, language: .en).html
    #expect(page.contains("The first 1 of 2 rows"))
    #expect(page.contains("<td class=\"n\">-1,234,567</td>"))
    let data = ReportData(document, language: .en)
    let csv = data.csv.split(separator: "\n")
    #expect(csv.count == 1 + 3)
    #expect(csv.last == "t,b,name,Table,name,乙")
    let object = try JSONSerialization.jsonObject(with: Data(data.json.compact.utf8))
    let tables = try #require((object as? [String: Any])?["tables"] as? [[String: Any]])
    let rows = try #require(tables.first?["rows"] as? [[String: Any]])
    #expect(rows.count == 2)
    #expect(rows[0]["n"] as? Int == -1_234_567)
    #expect(rows[1]["n"] is NSNull)
  }
}
