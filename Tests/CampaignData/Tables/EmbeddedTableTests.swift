import Testing

@testable import CampaignData

@Suite struct EmbeddedTableTests {
  @Test func `quotes, commas, line ends and a byte order mark are read`() {
    let text = "\u{FEFF}a,b\r\n\"x, \"\"y\"\"\n2\",3\r\n,\n5,6"
    let table = EmbeddedTable(Array(text.utf8))
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.fields) == [["x, \"y\"\n2", "3"], ["", ""], ["5", "6"]])
    #expect(table.defects.isEmpty)
    #expect(table.rows[0].integer("b") == 3)
    #expect(table.rows[1].optionalText("a") == nil)
    #expect(table.rows[0].text("missing") == "")
  }

  @Test(arguments: ["a,b\n1\n", "a,b\n1,2,3\n", "a,b\n1,\"2\n", "a,a\n1,2\n"])
  func `a malformed table tells what is wrong and does not trap`(text: String) {
    #expect(EmbeddedTable(Array(text.utf8)).defects.isEmpty == false)
  }
}
