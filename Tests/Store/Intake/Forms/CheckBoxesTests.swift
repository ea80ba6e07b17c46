import Testing

@testable import Store

@Suite struct CheckBoxesTests {
  @Test(arguments: [
    ("□火电   ☑钢铁   √水泥   ■有色  □平板玻璃   □电解铝   □化工、石化  其他：焦化", "钢铁;水泥;有色;焦化"),
    ("□火电   □钢铁   □水泥   □有色  □平板玻璃   □电解铝   □化工、石化  其他：（请注明）", ""),
    ("□火电 ☑化工、石化 其他：", "化工、石化"),
    ("√□火电 □钢铁", "火电"), ("□√火电 □钢铁", "火电"), ("□火电 □钢铁 其他：焦化、铸造", "焦化、铸造"),
    ("☑火电☑钢铁", "火电;钢铁"),
  ])
  func `what is ticked counts, and what is written behind 其他`(text: String, words: String) {
    #expect(CheckBoxes.words(of: text) == words)
  }

  @Test func `a text without boxes is left alone`() {
    #expect(CheckBoxes.words(of: "火电、其他") == nil)
  }
}
