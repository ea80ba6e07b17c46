import Testing

@testable import Store

struct NumberTextTests {
  @Test(arguments: [
    ("1234.5", 1234.5), ("1,234.5", 1234.5), ("１２３", 123), (" 1 234 ", 1234), ("62%", 0.62),
    ("-1,000", -1000),
  ])
  func `numbers are read as people type them`(text: String, value: Double) throws {
    #expect(try NumberText(text).value == value)
  }

  @Test(arguments: [
    ("NaN", NumberText.Failure.notFinite), ("5 km", .trailing("km")), ("abc", .noNumber),
    ("116,38", .noNumber), ("", .noNumber),
  ])
  func `what is no number says why`(text: String, failure: NumberText.Failure) {
    #expect(throws: failure) { try NumberText(text) }
  }

  @Test(arguments: [
    ("116.39", 116.39), ("东经116.5°", 116.5), ("116°30′36″E", 116.51), ("S39 30 0", -39.5),
  ])
  func `angles are read in degrees, minutes and seconds`(text: String, degrees: Double) throws {
    let angle = try #require(AngleText(text))
    #expect(abs(angle.degrees - degrees) < 1e-9)
  }

  @Test(arguments: ["116.3.9", "100 km", "116°61′", "", "1 2 3 4"])
  func `other texts are no angles`(text: String) {
    #expect(AngleText(text) == nil)
  }
}
