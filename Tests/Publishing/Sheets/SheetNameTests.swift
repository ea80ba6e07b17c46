import Inspection
import Testing

@testable import Publishing

@Suite struct SheetNameTests {
  @Test func `files are named by date, city and number`() throws {
    let day = try SheetDayTests.day()
    #expect(
      SheetName.files(of: day.sheets) == [
        "2018-12-24_石家庄_01组.pdf", "2018-12-24_宝鸡_01组.pdf",
      ])
    #expect(SheetName.overview(of: day.cities[0], date: Fixture.day) == "2018-12-24_石家庄_总览.pdf")
    #expect(SheetName.day(Fixture.day) == "2018-12-24_任务单.pdf")
  }

  @Test func `a team without a number has its name, as a file can hold it`() throws {
    var facts = SheetDayTests.facts()
    facts.teams[0].name = "中心/组"
    let sheets = try SheetDayTests.day(facts).sheets
    #expect(SheetName.file(of: sheets[0]) == "2018-12-24_石家庄_中心%2F组.pdf")
  }

  @Test func `two teams of one name are told apart by their identifiers`() throws {
    let sheet = try SheetDayTests.day().sheets[0]
    #expect(
      SheetName.files(of: [sheet, sheet]) == [
        "2018-12-24_石家庄_01组_t1.pdf", "2018-12-24_石家庄_01组_t1.pdf",
      ])
  }
}
