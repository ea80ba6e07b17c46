import CampaignData
import Testing

@testable import HotspotServer

@Suite struct TimeFilterTests {
  @Test(arguments: [
    "", "/", "..", "../..", "yesterday", "2018-13-01", "2018-12-24/2018-12-01", "2018-12-24/x",
    "2018-12-01/2018-12-02/2018-12-03", "2018",
  ])
  func `what is no time is refused`(text: String) {
    #expect(throws: Refusal.self) { try TimeFilter(text) }
  }

  @Test(arguments: [
    ("2018-12-24", "2018-12-24T23:59:59+08:00", true),
    ("2018-12-24", "2018-12-25T00:00:00+08:00", false),
    ("2018-12-24T00:00:00Z", "2018-12-24T08:00:00+08:00", true),
    ("2018-12-24T00:00:00Z", "2018-12-24", true),
    ("2018-12-01/..", "2018-12-01T00:00:00+08:00", true),
    ("2018-12-01/..", "2018-11-30T23:59:59+08:00", false),
    ("../2018-12-01", "2018-12-01T23:59:59+08:00", true),
    ("../2018-12-01", "2018-12-02", false),
    ("2018-12-01/2018-12-03", "2018-12-03", true),
  ])
  func `a value meets it or not`(filter: String, value: String, meets: Bool) throws {
    let span = try #require(TimeFilter.span(ofValue: value))
    #expect(try TimeFilter(filter).meets(span) == meets)
  }
}
