import CampaignData
import Testing

@testable import Publishing

@Suite struct ReportTextTests {
  @Test func `every sentence stands in the table, and no other`() {
    #expect(ReportText.allCases.map(\.rawValue).sorted() == CampaignData.reportTextKeys)
  }

  @Test(arguments: ReportText.allCases)
  func `both languages say it with the same values`(text: ReportText) throws {
    let words = try #require(CampaignData.reportText(text.rawValue))
    func places(_ text: String) -> Set<Int> {
      Set((0...9).filter { text.contains("{\($0)}") })
    }
    #expect(places(words.zh) == places(words.en), "\(text.rawValue)")
    #expect(!words.zh.isEmpty && !words.en.isEmpty)
    #expect(words.en.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(words.en)")
  }

  @Test func `values stand where they belong`() {
    let phrase = ReportText.ofAll.phrase("12")
    #expect(phrase.en == "of 12" && phrase.zh == "共 12")
  }

  @Test(arguments: [
    ("石家庄1组", "石家庄1组"), ("1组 13812345678", "1组 138********"),
    ("电话138-1234-5678。", "电话138-****-****。"), ("2018-12", "2018-12"), ("110105", "110105"),
    ("(010) 1234 5678x", "(010) **** ****x"), ("张三13812345678", "张三138********"),
    ("电话１３８１２３４５６７８", "电话１３８********"), ("二〇一八年十二月三日", "二〇一八年十二月三日"),
  ])
  func `long numbers within names are masked`(name: String, expected: String) {
    #expect(ReportPhrase(recorded: name).zh == expected)
  }
}
