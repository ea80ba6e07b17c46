import CampaignData
import Testing

@Suite struct CalendarMonthTests {
  @Test(arguments: ["2018-10", "201810", "2018/10", "2018.10", "2018_10", "2018年10月"])
  func `months are read as people write them`(text: String) {
    #expect(CalendarMonth(text)?.description == "2018-10")
  }

  @Test(arguments: [
    "", "2018", "2018-13", "2018-00", "18-10", "2018-10-01", "2018-1x", "0018-10", "２０１８-10",
  ])
  func `what is no month is refused`(text: String) {
    #expect(CalendarMonth(text) == nil)
  }

  @Test func `months are counted across years`() throws {
    let month = try #require(CalendarMonth("2018-1"))
    #expect((month - 1).description == "2017-12")
    #expect((month + 12).description == "2019-01")
    #expect(month - 12 < month)
    #expect(month.firstDay == CalendarDate("2018-01-01"))
    #expect(CalendarMonth(try #require(CalendarDate("2018-02-28"))) == month + 1)
  }
}
