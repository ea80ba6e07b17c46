import Testing

@testable import Terminal

@Suite struct CSVLinesTests {
  @Test func `a quoted line end does not end a record`() {
    let lines = CSVLines("a,b\n1,\"x\ny\"\n\"t,\"\"2\",z\n")
    #expect(lines.header == "a,b\n")
    #expect(lines.rows == ["1,\"x\ny\"\n", "\"t,\"\"2\",z\n"])
    #expect(lines.rows.map(lines.firstField) == ["1", "t,\"2"])
  }

  @Test func `text without a last line end keeps its last record`() {
    #expect(CSVLines("a\n1").rows == ["1"])
    #expect(CSVLines("").rows.isEmpty)
  }
}
