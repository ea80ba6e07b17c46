import Testing

@testable import Publishing

@Suite struct TelephoneMaskTests {
  @Test(arguments: [
    ("电话13812345678，请回复", "电话138********，请回复"),
    ("0371-67890123", "037*-********"),
    ("(0371) 6789 0123", "(037*) **** ****"),
    ("+86 138 1234 5678", "+86 1** **** ****"),
    ("１３８１２３４５６７８", "１３８********"),
    ("6789012", "678****"),
    ("身份证410105199001011234", "身份证410***************"),
    ("建设路123号5楼", "建设路123号5楼"),
    ("实时报警 2018-12-18", "实时报警 2018-12-18"),
    ("2018-12-24 13812345678", "2018-12-24 138********"),
    ("最近 826 m", "最近 826 m"), ("", ""),
  ])
  func `numbers are masked, the rest stays`(text: String, masked: String) {
    #expect(TelephoneMask.masked(text) == masked)
  }

  @Test func `what is no day is no way around it`() {
    #expect(TelephoneMask.masked("2018-99-99") == "201*-**-**")
    #expect(TelephoneMask.masked("2018-12-2413812345678") == "201*-**-*************")
  }
}
