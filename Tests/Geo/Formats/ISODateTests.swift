import Testing

@testable import Geo

@Suite struct ISODateTests {
  @Test(arguments: [
    "2018-11-23T08:30:00", "2018-11-23T08:30:59Z", "2018-11-23T08:30:00.250+08:00",
    "2018-02-28T00:00:00-03:30", "2020-02-29T23:59:59.999",
  ])
  func `times are spelt as they were read`(text: String) {
    #expect(ISODate(text)?.dateTime == text)
  }

  @Test func `short forms are read`() {
    #expect(ISODate("2018-11-23")?.date == "2018-11-23")
    #expect(ISODate("2018-11-23 08:30")?.dateTime == "2018-11-23T08:30:00")
    #expect(ISODate("2018-11-23T08:30:00+0800")?.dateTime == "2018-11-23T08:30:00+08:00")
  }

  @Test(arguments: [
    "", "2018/11/31", "2018-11-31", "2019-02-29", "2018-13-01", "2018-11-23T", "2018-11-23T25:00",
    "2018-11-23T08:61", "2018-11-23T08:30:00+99:00", "2018-11-23X", "23.11.2018", "2018-1-1",
  ])
  func `what is no date is refused`(text: String) {
    #expect(ISODate(text) == nil)
  }
}
