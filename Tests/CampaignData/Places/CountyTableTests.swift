import CampaignData
import Testing

@Suite struct CountyTableTests {
  private let table = CampaignData.counties

  @Test func `there are 457 counties of August 2018, each of a known city`() {
    #expect(table.counties.count == 457)
    #expect(Set(table.counties.map(\.code)).count == 457)
    #expect(table.counties.map(\.code) == table.counties.map(\.code).sorted())
    #expect(table.counties.allSatisfy { CampaignData.city(code: $0.cityCode)?.code == $0.cityCode })
  }

  @Test func `the city comes from the table and not from the digits`() {
    #expect(table.city(ofCounty: "419001")?.nameEN == "Jiaozuo")
    #expect(table.city(ofCounty: "610403")?.nameEN == "Xianyang")
    #expect(table.city(ofCounty: "130682")?.nameEN == "Baoding")
    #expect(table.city(ofCounty: "110101001")?.nameEN == "Beijing")
    #expect(table.city(ofCounty: "110101001002")?.nameEN == "Beijing")
    #expect(table.city(ofCounty: "310101") == nil)
  }

  @Test(arguments: [
    "130284", "130505", "130506", "140403", "140404", "140405", "140406", "140703", "370115",
    "371503", "371681", "410307", "410308", "410783",
  ])
  func `a code of the layer of 2021 leads back to August 2018`(code: String) throws {
    guard case .recoded(let county, let recoding) = table.resolve(code) else {
      Issue.record("\(code) is \(table.resolve(code))")
      return
    }
    #expect(recoding.code == code && recoding.kind == .later)
    #expect(county.code == recoding.countyCodes.first)
  }

  @Test func `Luanxian became Luanzhou`() {
    guard case .recoded(let county, let recoding) = table.resolve("130284") else {
      Issue.record("not recoded")
      return
    }
    #expect(county.name == "滦县")
    #expect(recoding.changed == "2018-09")
    #expect(table.names(ofCounty: "130223") == ["滦县", "滦州市"])
    #expect(table.names(ofCounty: "130503") == ["桥西区", "信都区"])
  }

  @Test func `zones and what joined later are told apart from unknown codes`() {
    guard case .unlisted(let zone) = table.resolve("130171501") else {
      Issue.record("not unlisted")
      return
    }
    #expect(zone.kind == .zone)
    #expect(table.city(ofCounty: "130171")?.nameEN == "Shijiazhuang")
    guard case .unlisted(let laiwu) = table.resolve("370116") else {
      Issue.record("not unlisted")
      return
    }
    #expect(laiwu.kind == .joined)
    for code in ["", "999999", "11010", "1101010", "11010x", "110101００1"] {
      #expect(table.resolve(code) == .unknown)
    }
  }

  @Test func `no code has two meanings and every recoding leads somewhere`() {
    let codes =
      table.counties.map(\.code) + table.recodings.map(\.code) + table.unlisted.map(\.code)
    #expect(Set(codes).count == codes.count)
    for recoding in table.recodings {
      for code in recoding.countyCodes {
        #expect(table.county(code: code) != nil, "\(recoding.code) -> \(code)")
      }
    }
    #expect(table.unlisted.allSatisfy { CampaignData.city(code: $0.cityCode) != nil })
  }
}
