import Testing

@testable import Publishing

@Suite struct MaskedTextTests {
  @Test(arguments: [
    ("联系人13812345678", "联系人***"), ("138 1234 5678 王", "*** 王"), ("138-1234-5678", "***"),
    ("0311-86666666转", "***转"), ("13912345678 13812345678", "*** ***"),
    ("2018-12-24 13912345678", "2018-12-24 ***"),
    ("010 66668888", "***"), ("(0311)86666666", "(***"), ("+8613812345678", "+***"),
    ("86 13812345678", "***"), ("身份证13010219800101123X", "身份证***"),
    ("130102198001011234", "***"),
  ])
  func `what leads to a person is hidden`(text: String, shown: String) {
    #expect(MaskedText.masked(text) == shown)
  }

  @Test(arguments: [
    "S0000886", "E0247N1362", "14-2018-12-24-140300-01-1", "实时报警 2018-12-18", "投诉 2 件, 最近 826 m",
    "91130100MA0ABCDE1X", "C13812345678", "12345", "", "1380", "2018-12-24 08:00", "11012345678",
  ])
  func `identifiers, days and numbers stay`(text: String) {
    #expect(MaskedText.masked(text) == text)
  }
}
