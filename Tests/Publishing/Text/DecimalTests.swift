import Testing

@testable import Publishing

@Suite struct DecimalTests {
  @Test(arguments: [
    (116.4, 7, "116.4000000"), (-0.5, 0, "-1"), (0.05, 1, "0.1"), (-0.001, 2, "0.00"),
    (12.0, 0, "12"), (0.007, 2, "0.01"), (-3.25, 2, "-3.25"), (Double.nan, 2, "null"),
    (Double.infinity, 1, "null"), (1e300, 3, "null"),
  ])
  func `a number has its count of decimals`(value: Double, places: Int, text: String) {
    #expect(Decimal.text(value, places: places) == text)
  }

  @Test func `a rounded number is written without change`() {
    let rounded = Decimal.rounded(114.514_912_345_67, places: 7)
    #expect(rounded == 114.5149123)
  }
}
