import CampaignData
import Testing

@testable import Store

@Suite struct ReadingTextTests {
  private func time(_ text: String, zone: Int? = nil) -> String {
    var times = ReadingTime(zone: zone)
    // Bytes behind a field may be looked at.
    let bytes = Array(text.utf8) + [UInt8](repeating: 44, count: 64)
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return "" }
      return switch times.read(base, text.utf8.count) {
      case .seconds(let seconds): Moment(secondsSince1970: seconds).description
      case .empty: "empty"
      case .withoutZone: "zone"
      case .none: "none"
      }
    }
  }

  @Test(arguments: [
    ("2018-11-30T06:15:00+08:00", "2018-11-30T06:15:00+08:00"),
    ("2018-11-30T06:15+08:00", "2018-11-30T06:15:00+08:00"),
    ("2018-11-30 06:15:00+0800", "2018-11-30T06:15:00+08:00"),
    ("2018-11-29T22:15:00Z", "2018-11-30T06:15:00+08:00"),
    ("2018-11-29T22:15Z", "2018-11-30T06:15:00+08:00"),
    ("2018-11-29T20:15:00-02:00", "2018-11-30T06:15:00+08:00"),
    ("1543529700", "2018-11-30T06:15:00+08:00"),
    ("2018/11/30 6:15:00 +0800", "2018-11-30T06:15:00+08:00"),
    ("2018-11-30T06:15:00.250+08:00", "2018-11-30T06:15:00+08:00"),
    ("2018-11-30T06:15:00", "zone"), ("2018-11-30 06:15", "zone"), ("2018-11-30", "zone"),
    ("2018-11-31T06:15:00+08:00", "none"), ("2018-11-30T24:15:00+08:00", "none"),
    ("2018-11-30T06:75:00+08:00", "none"), ("2018-13-30T06:15:00+08:00", "none"),
    ("2018-11-30T06:15:00+08:00x", "none"), ("2018-11-30T06:15:0O+08:00", "none"),
    ("昨天", "none"), ("", "empty"), ("  ", "empty"), ("2018-11-30T06:15:00+", "none"),
  ]) func `a time is read, or why not`(text: String, expected: String) {
    #expect(time(text) == expected)
  }

  @Test func `a stated zone holds for times without one only`() {
    #expect(time("2018-11-30T06:15:00", zone: 28_800) == "2018-11-30T06:15:00+08:00")
    #expect(time("2018年11月30日6时15分", zone: 28_800) == "2018-11-30T06:15:00+08:00")
    #expect(time("2018-11-29T22:15:00Z", zone: 28_800) == "2018-11-30T06:15:00+08:00")
  }

  @Test func `every quarter of an hour of a year is that of the slow way`() throws {
    let start = try #require(Moment("2018-01-01T00:00:00+08:00"))
    for number in stride(from: 0, to: 365 * 96, by: 7) {
      let moment = start.adding(seconds: number * 900)
      #expect(time(moment.description) == moment.description)
    }
  }

  private func number(_ text: String) -> String {
    let bytes = Array(text.utf8) + [UInt8](repeating: 44, count: 16)
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return "" }
      return switch ReadingNumber().read(base, text.utf8.count) {
      case .number(let value): "\(value)"
      case .empty: "empty"
      case .none: "none"
      }
    }
  }

  @Test(arguments: [
    ("12.5", "12.5"), ("0.1", "0.1"), ("-3", "-3.0"), ("007.250", "7.25"), ("5.", "5.0"),
    (".5", "0.5"), ("123456789.123456", "123456789.123456"), ("1e3", "1000.0"),
    ("1234567890.12345678", "1234567890.1234567"), ("1,234.5", "1234.5"), ("１２", "12.0"),
    ("abc", "none"), ("12kWh", "none"), ("nan", "none"), ("inf", "none"), ("1.2.3", "none"),
    ("-", "none"), (".", "none"), ("", "empty"), (" ", "empty"),
  ]) func `a number is read, or not`(text: String, expected: String) {
    #expect(number(text) == expected)
  }

  @Test func `units of headings and words`() {
    #expect(ReadingUnit.factor(ofHeading: "功率(W)") == 0.001)
    #expect(ReadingUnit.factor(ofHeading: "电量（MWh）") == 1000)
    #expect(ReadingUnit.factor(ofHeading: "load_w") == 0.001)
    #expect(ReadingUnit.factor(ofHeading: "energy_kwh") == 1)
    #expect(ReadingUnit.factor(ofHeading: "reading_time") == 1)
    #expect(ReadingUnit.factor("furlong") == nil)
  }
}
