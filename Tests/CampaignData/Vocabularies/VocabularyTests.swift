import Testing

@testable import CampaignData

@Suite struct VocabularyTests {
  @Test func `no wording means two words of one vocabulary`() {
    for vocabulary in CampaignData.vocabularies {
      var owners: [FoldedText: String] = [:]
      for term in vocabulary.terms {
        for wording in Set(term.foldedWordings) {
          let other = owners.updateValue(term.key, forKey: wording)
          #expect(
            other == nil, "\(vocabulary.name): \(wording.text) is \(term.key), \(other ?? "")")
        }
      }
      #expect(!vocabulary.terms.isEmpty)
      #expect(Set(vocabulary.terms.map(\.key)).count == vocabulary.terms.count)
    }
    let names = CampaignData.vocabularies.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: [
    ("alert_reason", "同比", "year_on_year"), ("alert_reason", "Year-on-year", "year_on_year"),
    ("outcome", "是", "problem"), ("outcome", "查无此企", "not_found"),
    ("boolean", "√", "true"), ("boolean", "不属实", "false"), ("boolean", "Y", "true"),
    ("datum", "百度坐标", "bd09"), ("datum", "EPSG:4490", "cgcs2000"), ("datum", "WGS84", "wgs84"),
    ("complaint_type", "大气污染", "air"), ("site_kind", "AirMonitoringStation", "other"),
    ("topic", "散乱污", "scattered"), ("ledger", "燃煤锅炉清单", "boilers"),
    ("warning_level", "橙色预警", "orange"), ("site_status", "存续（在营、开业、在册）", "operating"),
  ])
  func `a wording leads to its key`(vocabulary: String, text: String, key: String) throws {
    let vocabulary = try #require(CampaignData.vocabulary(named: vocabulary))
    #expect(vocabulary.key(for: text) == key)
    #expect(vocabulary.term(key: key) != nil)
  }

  @Test func `an unknown wording has no key and an empty one is missing`() {
    #expect(CampaignData.vocabulary(named: "outcome")?.key(for: "大概") == nil)
    #expect(CampaignData.vocabulary(named: "nonsense") == nil)
    for text in ["", " ", "-", "N/A", "不详", "——"] { #expect(CampaignData.isMissing(text)) }
    #expect(!CampaignData.isMissing("0"))
  }

  @Test func `a ledger's sites have a kind and a topic that exist`() {
    for ledger in CampaignData.ledgerKinds {
      let kinds = CampaignData.vocabulary(named: "site_kind")
      #expect(kinds?.term(key: ledger.siteKind) != nil, "\(ledger.key)")
      #expect(CampaignData.topic(key: ledger.topic) != nil, "\(ledger.key)")
    }
    #expect(CampaignData.ledgerKinds.count == 15)
  }
}
