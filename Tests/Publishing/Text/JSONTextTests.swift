import Foundation
import Testing

@testable import Publishing

@Suite struct JSONTextTests {
  @Test func `members keep their order`() {
    let value = JSONText.object([
      .init("b", .integer(1)), .init("a", .array([.null, .bool(true), .decimal(1, places: 2)])),
    ])
    #expect(value.compact == #"{"b":1,"a":[null,true,1.00]}"#)
  }

  @Test func `what JSON forbids inside text is escaped`() throws {
    let text = "\"\\\n\t\u{1}\u{2028}厂"
    let json = JSONText.array([.string(text)]).compact
    #expect(json == "[\"\\\"\\\\\\n\\t\\u0001\\u2028厂\"]")
    let back = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
    #expect(back == [text])
  }

  @Test func `outer levels are broken into lines and inner ones are not`() {
    let value = JSONText.object([.init("a", .array([.integer(1), .array([.integer(2)])]))])
    #expect(value.lines(depth: 1) == "{\n  \"a\": [1,[2]]\n}\n")
    #expect(value.lines(depth: 2) == "{\n  \"a\": [\n    1,\n    [2]\n  ]\n}\n")
  }

  @Test(arguments: [
    (1.0, "1"), (-0.5, "-0.5"), (0.1, "0.1"), (1e-7, "1e-07"), (1e300, "1e+300"),
    (Double.nan, "null"),
    (Double.infinity, "null"),
  ])
  func `a number is written as short as it reads back`(number: Double, text: String) throws {
    #expect(JSONText.number(number).compact == text)
    guard number.isFinite else { return }
    let back = try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) as? [Double]
    #expect(back == [number])
  }

  @Test func `an empty container stays on its line`() {
    #expect(JSONText.object([]).lines(depth: 3) == "{}\n")
  }
}
