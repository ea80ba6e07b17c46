import CampaignData
import Testing

@testable import Inspection

@Suite struct CityQuotaTests {
  let quotas = CityQuota.all(alarmDays: 23)

  @Test func `the whole campaign has its totals`() {
    #expect(quotas.count == 39)
    #expect(quotas.reduce(0) { $0 + $1.townships } == 5870)
    #expect(quotas.reduce(0) { $0 + $1.hotCells } == 4400)
    #expect(quotas.reduce(0) { $0 + $1.sites } == 250_000)
    #expect(quotas.reduce(0) { $0 + $1.complaints } == 29_120)
    #expect(quotas.filter { $0.city.region == .jingJinJi }.reduce(0) { $0 + $1.teams } == 200)
    #expect(quotas.filter { $0.city.region == .fenwei }.reduce(0) { $0 + $1.teams } == 90)
  }

  @Test func `hot cells by city keep to what is known`() {
    for quota in quotas {
      switch quota.city.nameZH {
      case "阳泉市", "鹤壁市", "长治市", "濮阳市": #expect(quota.hotCells < 80)
      case "石家庄市", "天津市", "郑州市", "邯郸市": #expect(quota.hotCells > 200)
      default: #expect(quota.city.region == .fenwei || quota.hotCells >= 100)
      }
      #expect(quota.teams >= 1)
    }
  }

  @Test func `shares follow the weights and add up`() {
    #expect(apportion(10, by: [1, 1, 1]) == [4, 3, 3])
    #expect(apportion(7, by: [0, 5, 2]) == [0, 5, 2])
    #expect(apportion(5, by: [0, 0, 9], minimum: 1) == [1, 1, 3])
    #expect(apportion(3, by: []) == [])
  }

  @Test func `counties of a city get all its townships, named units their own number`() throws {
    let jiaozuo = try #require(quotas.first { $0.city.code == "410800" })
    var random = DemoRandom(seed: 1, stream: "test")
    let shares = CountyShares(quota: jiaozuo, random: &random)
    #expect(shares.townships.reduce(0, +) == jiaozuo.townships)
    #expect(abs(shares.areas.reduce(0, +) - 1) < 1e-9)
    let jiyuan = try #require(shares.counties.firstIndex { $0.code == "419001" })
    #expect(shares.townships[jiyuan] == 16)
    #expect(abs(shares.areas[jiyuan] * jiaozuo.city.areaKM2 - 1931) < 1)
  }
}
