import Testing

@testable import Publishing

@Suite struct TextTableTests {
  @Test(arguments: [
    ("abc", 3), ("石家庄市", 8), ("（）", 4), ("e\u{301}", 1), ("", 0), ("ｱ", 1), ("Ａ", 2),
  ])
  func `wide characters take two columns`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `columns are straight across Chinese and Latin text`() {
    var table = TextTable([("city", .left), ("n", .right)])
    table.append(["石家庄市", "7"])
    table.append(["Xi'an", "12"])
    table.appendFooter(["all", "19"])
    #expect(
      table.text == """
        city       n
        --------  --
        石家庄市   7
        Xi'an     12
        --------  --
        all       19

        """)
  }

  @Test func `missing values are empty and superfluous ones left out`() {
    var table = TextTable([("a", .left), ("b", .left)])
    table.append(["1"])
    table.append(["1", "2", "3"])
    #expect(table.text == "a  b\n-  -\n1\n1  2\n")
  }
}
