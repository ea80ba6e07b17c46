import CampaignData
import Foundation
import Testing

@testable import Publishing

@Suite struct CityTableTests {
  private let table = CityTable(Fixture.plan, facts: Fixture.facts, date: Fixture.day)

  @Test func `cities come in the plan's order with their counts`() throws {
    try #require(table.cities.map(\.code) == ["130100", "610300"])
    let city = table.cities[0]
    #expect(city.teams == 1)
    #expect(city.targets == 2)
    #expect(city.visitedEver == 2)
    #expect(city.visitedInRound == 1)
    #expect(city.planned == 1)
    #expect(city.covered == 2)
    #expect(city.townships == 2)
    #expect(city.expected == 0.75)
    #expect(table.total.townships == 3)
  }

  @Test func `the table is text in two languages`() {
    let english = table.text(.en)
    #expect(english.hasPrefix("city"))
    #expect(english.contains("Shijiazhuang      1"))
    #expect(table.text(.zh).contains("石家庄市"))
    #expect(table.text(.zh).contains("合计"))
  }

  @Test func `another day has no targets`() {
    let other = CityTable(Fixture.plan, facts: Fixture.facts, date: Fixture.day + 1)
    #expect(other.total.targets == 0)
    #expect(other.total.townships == 3)
  }

  @Test func `the table can be read back`() throws {
    let back = try CityTable(json: Data(table.json.lines(depth: 2).utf8))
    #expect(back.text(.en) == table.text(.en))
    #expect(back.total == table.total)
  }

  @Test func `the table is JSON with the total`() {
    let json = table.json.compact
    #expect(json.hasPrefix(#"{"round":14,"date":"2018-12-24","cities":[{"code":"130100","#))
    #expect(json.contains(#""expected_problems":0.75}]"#) == false)
    #expect(json.hasSuffix(#""townships":3,"expected_problems":0.75}}"#))
  }
}
