import CampaignData
import Publishing
import Testing

@testable import Print

@Suite struct ReportPartTests {
  /// A document of two tables and some sentences.
  private func part(rows: Int, sentences: Int = 3) -> ReportDocument {
    func table(_ key: String) -> ReportTable {
      var table = ReportTable(
        key: key, caption: ReportPhrase(zh: "表", en: "Table"),
        columns: [.init("name", ReportPhrase(zh: "名称", en: "name"), isNumber: false)])
      for row in 0..<rows { table.append("\(row)", [.text(ReportPhrase(recorded: "厂\(row)"))]) }
      return table
    }
    var document = ReportDocument(
      title: ReportPhrase(zh: "石家庄1组", en: "Team 1"), subtitle: ReportPhrase(zh: "长安区", en: "here"),
      asOf: Moment(CalendarDate(daysSince1970: 17_889)))
    let text = ReportPhrase(
      zh: String(repeating: "一段很长的话。", count: 20),
      en: String(repeating: "A long sentence. ", count: 20))
    document.sections = [
      ReportSection("a", ReportPhrase(zh: "甲", en: "A"), [.table(table("a"))]),
      ReportSection(
        "b", ReportPhrase(zh: "乙", en: "B"),
        [.table(table("b"))] + (0..<sentences).map { _ in .paragraph(text) }),
    ]
    return document
  }

  private func rows(_ part: ReportPart) -> [Int] {
    part.placed.compactMap { placed in
      if case .table = placed.item { placed.rows.count } else { nil }
    }
  }

  @Test(arguments: [(1, 3), (30, 3), (400, 3), (400, 12), (3, 40)])
  func `whatever it holds fits one page`(rows: Int, sentences: Int) throws {
    let typesetter = try Typesetter.chinese()
    for language in Language.allCases {
      let page = ReportPart(
        part(rows: rows, sentences: sentences), language: language, with: typesetter)
      for placed in page.placed {
        let height = ReportMeasure.height(
          of: placed.item, width: ReportInk.frame.width, with: typesetter)
        #expect(placed.y + height <= ReportInk.frame.bottom + 0.01)
      }
      #expect(!page.placed.isEmpty)
    }
  }

  @Test func `the first table has the most rows`() throws {
    let typesetter = try Typesetter.chinese()
    let shown = rows(ReportPart(part(rows: 400), language: .zh, with: typesetter))
    #expect(shown.count == 2 && shown[0] > shown[1] && shown[1] >= 5)
    #expect(rows(ReportPart(part(rows: 2), language: .zh, with: typesetter)) == [2, 2])
  }

  @Test func `a document of parts is a page a part`() throws {
    var document = part(rows: 1)
    document.sections = []
    document.parts = (0..<3).map { _ in part(rows: 50) }
    let bytes = try ReportPrinter(document, language: .zh).bytes()
    #expect(String(decoding: bytes, as: UTF8.self).contains("/Count 3"))
    #expect(try ReportPrinter(document, language: .zh).bytes() == bytes)
  }
}
