import Testing

@testable import Publishing

@Suite struct DelimitedTextTests {
  @Test func `separators, quotes and line ends are quoted`() {
    var table = DelimitedText(headings: ["a", "b"])
    table.append(["x,y", "he said \"no\""])
    table.append(["two\nlines", " padded"])
    table.append(["", "plain"])
    #expect(
      table.text
        == "\u{FEFF}a,b\n\"x,y\",\"he said \"\"no\"\"\"\n\"two\nlines\",\" padded\"\n,plain\n")
  }

  @Test func `a list has Chinese headings or the keys`() {
    let chinese = DelimitedText(list: "coverage", language: .zh).text
    let keys = DelimitedText(list: "coverage", language: .en).text
    #expect(chinese.hasPrefix("\u{FEFF}乡镇代码,乡镇(街道),"))
    #expect(keys.hasPrefix("\u{FEFF}code,name,county_code,"))
    #expect(chinese.split(separator: ",").count == keys.split(separator: ",").count)
  }
}
