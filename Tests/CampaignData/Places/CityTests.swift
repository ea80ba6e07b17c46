import CampaignData
import Testing

@Suite struct CityTests {
  @Test func `there are 28 cities of 2+26 and 11 of the Fenwei Plain`() {
    #expect(CampaignData.cities.count == 39)
    #expect(CampaignData.cities.filter { $0.region == .jingJinJi }.count == 28)
    #expect(CampaignData.cities.filter { $0.region == .fenwei }.count == 11)
    #expect(Set(CampaignData.cities.map(\.code)).count == 39)
  }

  @Test func `eight units are named apart and each belongs to a city`() {
    #expect(CampaignData.namedUnits.count == 8)
    for unit in CampaignData.namedUnits {
      #expect(CampaignData.city(code: unit.cityCode) != nil, "\(unit.nameEN)")
      #expect(CampaignData.counties.county(code: unit.code)?.cityCode == unit.cityCode)
    }
  }

  @Test func `townships and counties add up to the campaign's figures`() {
    #expect(CampaignData.cities.reduce(0) { $0 + $1.townshipCount } == 5_873)
    #expect(CampaignData.cities.reduce(0) { $0 + $1.countyCount } == 457)
    #expect(CampaignData.city(code: "410800")?.countyCount == 11)
    #expect(CampaignData.city(code: "410800")?.townshipCount == 123)
  }

  @Test func `a city is found by its statistical code too and lies where it should`() {
    #expect(CampaignData.city(code: "110100")?.nameEN == "Beijing")
    #expect(CampaignData.city(code: "310000") == nil)
    for city in CampaignData.cities {
      #expect((106.0...119.5).contains(city.longitude) && (33.5...40.5).contains(city.latitude))
    }
  }
}
