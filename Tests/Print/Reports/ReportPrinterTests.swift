import CampaignData
import Publishing
import Testing

@testable import Print

@Suite struct ReportPrinterTests {
  private func table(_ key: String, rows: Int) -> ReportTable {
    var table = ReportTable(
      key: key, caption: ReportPhrase(zh: "表", en: "Table"),
      columns: [
        .init("name", ReportPhrase(zh: "名称", en: "name"), isNumber: false),
        .init("n", ReportPhrase(zh: "数量", en: "number")),
      ])
    for row in 0..<rows {
      table.append("\(row)", [.text(ReportPhrase(recorded: "石家庄\(row)组")), .count(row)])
    }
    return table
  }

  private var document: ReportDocument {
    var document = ReportDocument(
      title: ReportPhrase(zh: "通报", en: "Report"), subtitle: ReportPhrase(zh: "全部", en: "all"),
      asOf: Moment(CalendarDate(daysSince1970: 17_889)))
    document.figures = (0..<7).map { KeyFigure("\($0)", ReportPhrase(zh: "数", en: "number")) }
    let chart = ReportChart(
      key: "c", title: ReportPhrase(zh: "图", en: "Chart"),
      about: ReportPhrase(zh: "说明", en: "about"),
      plot: .bars(
        BarPlot(
          series: [ReportPhrase(zh: "一", en: "one")],
          rows: (0..<39).map { .init(ReportPhrase(recorded: "城市\($0)"), [Double($0)]) },
          unit: ReportPhrase(zh: "个", en: "number"))))
    document.sections = (0..<4).map { number in
      ReportSection(
        "s\(number)", ReportPhrase(zh: "第\(number)节", en: "Section \(number)"),
        [
          .paragraph(ReportPhrase(zh: "一段话。", en: "A sentence.")),
          .table(table("t\(number)", rows: 7 + 60 * number)), .chart(chart),
        ])
    }
    return document
  }

  private func layout(_ language: Language) throws -> ReportLayout {
    let typesetter = try Typesetter.chinese()
    let items = ReportItems(
      document, language: language, width: ReportInk.frame.width, with: typesetter)
    return ReportLayout(items.items, with: typesetter)
  }

  @Test(arguments: Language.allCases)
  func `every row stands on one page, within its frame`(language: Language) throws {
    let typesetter = try Typesetter.chinese()
    let layout = try layout(language)
    #expect(layout.pages.count > 5)
    var printed = 0
    for page in layout.pages {
      #expect(!page.isEmpty)
      for part in page {
        var height = ReportMeasure.height(
          of: part.item, width: ReportInk.frame.width, with: typesetter)
        if case .table(let table, let rows) = part.item {
          #expect(!part.rows.isEmpty && table.width <= ReportInk.frame.width + 0.01)
          height = table.headHeight(with: typesetter)
          for row in rows[part.rows] { height += table.height(of: row, with: typesetter) }
          printed += part.rows.count
        }
        #expect(part.y >= ReportInk.frame.y && part.y + height <= ReportInk.frame.bottom + 0.01)
      }
    }
    #expect(printed == 7 + 67 + 127 + 187)
    #expect(layout.headings.map(\.title).count == 4)
    #expect(layout.headings.map(\.page) == layout.headings.map(\.page).sorted())
  }

  @Test func `no heading and no caption ends a page`() throws {
    for page in try layout(.zh).pages {
      #expect(page.last.map(\.item.isKeptWithNext) == false)
    }
  }

  @Test func `the same report gives the same bytes`() throws {
    let first = try ReportPrinter(document, language: .zh).bytes()
    #expect(first.starts(with: Array("%PDF-1.5".utf8)))
    #expect(try ReportPrinter(document, language: .zh).bytes() == first)
    #expect(try ReportPrinter(document, language: .en).bytes() != first)
  }
}
