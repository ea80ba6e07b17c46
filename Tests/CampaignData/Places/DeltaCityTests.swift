import Testing

@testable import CampaignData

@Suite struct DeltaCityTests {
  @Test func `Shanghai, 13 cities of Jiangsu, 11 of Zhejiang and 16 of Anhui`() {
    let provinces = Dictionary(grouping: CampaignData.deltaCities, by: \.province)
    #expect(provinces.mapValues(\.count) == ["上海市": 1, "江苏省": 13, "浙江省": 11, "安徽省": 16])
    #expect(Set(CampaignData.deltaCities.map(\.code)).count == 41)
    #expect(Set(CampaignData.deltaCities.map(\.nameZH)).count == 41)
    let inspected = Set(CampaignData.cities.map(\.code))
    for city in CampaignData.deltaCities {
      #expect(!inspected.contains(city.code) && city.code.hasSuffix("00"))
      #expect((114.8...122.6).contains(city.longitude) && (27.0...35.2).contains(city.latitude))
    }
  }

  @Test(arguments: [
    ("310115", "310000"), ("310230", "310000"), ("320102", "320100"), ("341802", "341800"),
    ("330106001", "330100"), ("130102", nil), ("320", nil), ("3201xx", nil), ("341999", nil),
  ])
  func `a county code is of the city of its first four digits`(code: String, city: String?) {
    #expect(CampaignData.deltaCity(ofCounty: code)?.code == city)
  }
}
