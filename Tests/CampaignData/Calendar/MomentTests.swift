import CampaignData
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    "2018-12-24T06:05:00+08:00", "2018-12-23T22:05:00Z", "2018-12-24T06:05", "2018-12-24 06:05:00",
    "2018/12/24 6:05", "2018-12-24 06:05:00.750", "2018/12/24 06:05:00+08",
    "2018-12-24 06:05 +0800",
    "2018年12月24日6时5分", "2018年12月24日 6:05", "20181224060500", "20181224 0605",
    "2018-12-23T18:35:00-03:30",
  ])
  func `one moment is read however it is written`(text: String) throws {
    let moment = try #require(Moment(text))
    #expect(moment.description == "2018-12-24T06:05:00+08:00")
  }

  @Test(arguments: [
    "", "2018-11-31 08:00", "2018-12-24 24:00", "2018-12-24 08:60", "2018-12-24 08:00:61",
    "2018-12-24 8", "2018-12-24T", "2018-12-2408:00", "2018-12-24 08:00+8", "2018-12-24 08:00:",
    "08:00", "2018-12-24 08:00 pm",
  ])
  func `what is no moment is refused`(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test func `a day alone means its midnight in China`() throws {
    let moment = try #require(Moment("2018-12-24"))
    #expect(moment.secondsSince1970 == 1_545_580_800)
    #expect(moment.secondOfDay == 0)
    #expect(moment.date.description == "2018-12-24")
  }

  @Test func `a moment keeps its parts and adds seconds`() throws {
    let day = try #require(CalendarDate("2018-12-31"))
    let moment = Moment(day, hour: 23, minute: 59, second: 59)
    #expect(moment.secondOfDay == 86_399)
    #expect(moment.adding(seconds: 1).description == "2019-01-01T00:00:00+08:00")
    #expect(moment.adding(seconds: 1) - moment == 1)
    #expect(Moment(secondsSince1970: -28_801).description == "1969-12-31T23:59:59+08:00")
  }
}
