import Inspection
import Testing

@testable import Publishing

@Suite struct JSONTextParsingTests {
  @Test func `what was written comes out as the same bytes`() throws {
    let plan = Fixture.plan
    for day in plan.teamDays {
      let text = RouteDocument.geoJSON(of: day, plan: plan, facts: Fixture.facts)
      #expect(try JSONText(parsing: text).lines(depth: 2) == text)
    }
  }

  @Test func `every kind of value is read`() throws {
    let value = try JSONText(
      parsing:
        #" { "a" : [ 1 , -2.50 , true , false , null ] , "b" : "x\"\\\/\n\u5382\ud83d\ude00" , "c" : { } } "#
    )
    #expect(
      value
        == .object([
          .init(
            "a", .array([.integer(1), .decimal(-2.5, places: 2), .bool(true), .bool(false), .null])),
          .init("b", .string("x\"\\/\n厂😀")), .init("c", .object([])),
        ]))
    #expect(value["a"]?.items.count == 5 && value["a"]?.items[1].number == -2.5)
    #expect(
      value["b"]?.text?.hasPrefix("x") == true && value["d"] == nil && value["a"]?["b"] == nil)
  }

  @Test(arguments: [
    "", "{", "[1,", "[1 2]", "{\"a\"}", "{\"a\":1,}", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
    "tru", "1e3", "1.", "--1", "[1]]", "nan", "\"\u{1}\"", "{a:1}",
  ])
  func `what is no JSON is refused`(text: String) {
    #expect(throws: JSONText.ParsingError.self) { try JSONText(parsing: text) }
  }

  @Test func `a deep value is refused, not overrun`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONText.ParsingError(offset: 64)) { try JSONText(parsing: deep) }
  }
}
