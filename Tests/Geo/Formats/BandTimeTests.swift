import Testing

@testable import Geo

@Suite struct BandTimeTests {
  // Reference: Python's datetime, and cftime's num2date of the same units.
  @Test(arguments: [
    (0.0, "seconds since 1970-01-01 00:00:00", 0),
    (14.0, "days since 2017-01-01 00:00:00", 1_484_438_400),
    (683.0, "days since 2017-01-01", 1_542_240_000),
    (0.5, "days since 2016-02-29", 1_456_747_200),
    (1_036_800.0, "hours since 1900-01-01 00:00:00.0", 1_523_491_200),
    (60.0, "minutes since 2018-11-05T14:00:00Z", 1_541_430_000),
    (1.0, "hours since 2018-11-05 14:00:00 +08:00", 1_541_401_200),
    (1.0, "Hours since 2018-11-5 14:00:00+8", 1_541_401_200),
    (9.0, "months since 2018-01-01", 1_538_352_000),
    (-1.0, "months since 2018-01-15", 1_513_296_000),
    (-1.0, "days since 1970-01-01", -86_400),
  ]) func `a step is counted from where the units say`(step: Double, units: String, expected: Int) {
    #expect(BandTime.seconds(step, units: units, calendar: "standard") == Int64(expected))
  }

  @Test(arguments: [
    ("days since 2017-01-01", "360_day"), ("days since 2017-01-01", "noleap"),
    ("fortnights since 2017-01-01", "standard"), ("days", "standard"), ("", "standard"),
    ("days after 2017-01-01", "standard"), ("days since then", "standard"),
    ("days since 2017-13-01", "standard"), ("days since 2017-01-01 aa:00", "standard"),
    ("K", "standard"),
  ]) func `what is no time of our calendar is none`(units: String, calendar: String) {
    #expect(BandTime.seconds(1, units: units, calendar: calendar) == nil)
  }

  @Test func `half months and what is no number are none`() {
    #expect(BandTime.seconds(0.5, units: "months since 2018-01-01", calendar: "standard") == nil)
    #expect(BandTime.seconds(.nan, units: "days since 2018-01-01", calendar: "standard") == nil)
    #expect(BandTime.seconds(1e300, units: "days since 2018-01-01", calendar: "standard") == nil)
  }
}
