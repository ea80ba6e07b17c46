import Testing

@testable import Print

@Suite struct TextLayoutTests {
  @Test func `a long name goes on in the next line`() throws {
    let typesetter = try Typesetter.chinese()
    let name = String(repeating: "钢铁厂", count: 20)
    let one = typesetter.layout("钢", TextStyle(size: 10))
    let wrapped = typesetter.layout(name, TextStyle(size: 10), width: 100)
    #expect(wrapped.lines == 6)
    #expect(abs(wrapped.height - 6 * one.height) < 0.1)
    let ended = typesetter.layout(name, TextStyle(size: 10).overflowing(.ends), width: 100)
    #expect(ended.lines == 1)
    let limited = typesetter.layout(name, TextStyle(size: 10).overflowing(.lines(2)), width: 100)
    #expect(limited.lines == 2)
  }

  @Test func `Han letters are as wide as they are high`() throws {
    let typesetter = try Typesetter.chinese()
    let layout = typesetter.layout("检查任务单", TextStyle(size: 10))
    #expect(abs(layout.width - 50) < 0.1)
    #expect(layout.unknownLetters == 0)
  }

  @Test func `a letter that no font has is counted`() throws {
    let typesetter = try Typesetter.chinese()
    // A place of Unicode that is no letter.
    #expect(typesetter.layout("检\u{10FFFD}", TextStyle()).unknownLetters == 1)
  }
}
