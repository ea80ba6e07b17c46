import Foundation
import Testing

@testable import Geo

@Suite struct DecimalParserTests {
  private let parser = DecimalParser()

  @Test func `digits divided by a power of ten are the nearest double`() throws {
    var generator = SeededGenerator(3)
    for _ in 0..<100_000 {
      let digits =
        UInt64.random(in: 0...UInt64.max, using: &generator)
        >> UInt64.random(in: 0...63, using: &generator)
      guard digits < 10_000_000_000_000_000_000 else { continue }
      let decimals = Int.random(in: 0...19, using: &generator)
      let expected = try #require(Double("\(digits)e-\(decimals)"))
      #expect(parser.value(digits: digits, decimals: decimals) == expected)
    }
  }

  @Test func `a number half way between two doubles goes to the even one`() throws {
    var generator = SeededGenerator(4)
    for _ in 0..<20_000 {
      // 54 bits: the last one is half a unit of the double; then a little more or less.
      let odd = UInt64.random(in: 1 << 53..<1 << 54, using: &generator) | 1
      for digits in [odd * 10 - 1, odd * 10, odd * 10 + 1] {
        let expected = try #require(Double("\(digits)e-1"))
        #expect(parser.value(digits: digits, decimals: 1) == expected)
      }
    }
  }

  @Test(arguments: [
    ("116.3", 116.3), (" 39.9\t", 39.9), ("1.1639e2", 116.39), ("-0.5", -0.5), ("+7", 7),
    ("00012.50", 12.5), ("1163900000000000000000000e-22", 116.39),
  ])
  func `texts of numbers are read`(text: String, expected: Double) {
    #expect(parse(text) == expected)
  }

  @Test(arguments: [
    "", " ", "nan", "inf", "0x10", "1,5", "12 3", "1e999", "--1", "1.2.3", "e5", "+",
  ])
  func `other texts are none`(text: String) {
    #expect(parse(text) == nil)
  }

  private func parse(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { parser.parse($0) }
  }
}
