import CampaignData
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: [
    "2018-11-03", "2018/11/3", "2018.11.3", "20181103", "2018年11月3日", " 2018-11-03 ",
    "2018-11-03 00:00:00", "2018/11/03T00:00",
  ])
  func `the third of November is read however it is written`(text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date == CalendarDate(year: 2018, month: 11, day: 3))
    #expect(date.description == "2018-11-03")
  }

  @Test(arguments: [
    "", "2018-11-31", "2018/11/31", "2019-02-29", "2018-13-01", "2018-11/03", "2018-11-03x",
    "18-11-03", "2018-11", "2018年11月", "2018-11-03 08:00", "2018-00-10", "11/03/2018",
  ])
  func `what is no day is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func `days and parts agree over four centuries`() throws {
    var date = try #require(CalendarDate(year: 1799, month: 12, day: 31))
    for _ in 0..<146_500 {
      let (year, month, day) = date.parts
      try #require(CalendarDate(year: year, month: month, day: day) == date)
      date = date + 1
    }
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.daysSince1970 == 0)
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
  }

  @Test func `the campaign began on a Monday and ended on a Sunday`() throws {
    let first = try #require(CalendarDate("2018-06-11"))
    let last = try #require(CalendarDate("2019-04-28"))
    #expect(first.weekday == 1)
    #expect(last.weekday == 7)
    #expect(last - first + 1 == 322)
    #expect(CalendarDate(daysSince1970: -1).weekday == 3)
    #expect(first < last)
    #expect((first - 1).description == "2018-06-10")
  }
}
