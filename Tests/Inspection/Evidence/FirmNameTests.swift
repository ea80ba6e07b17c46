import Inspection
import Testing

@Suite struct FirmNameTests {
  @Test(arguments: [
    ("石家庄（华新）水泥 有限责任公司", "石家庄华新水泥"), ("石家庄华新水泥有限公司", "石家庄华新水泥"),
    ("ＡＢＣ化工股份有限公司", "abc化工"), ("宏达铸造厂", "宏达铸造厂"), ("有限公司", "有限公司"),
  ])
  func `names of the same firm share a key`(name: String, key: String) {
    #expect(FirmName.key(name) == key)
  }
}
