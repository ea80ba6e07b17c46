import Testing

@testable import Store

struct CreditCodeTests {
  @Test func `credit codes are brought to capitals and checked`() {
    #expect(CreditCode.normalised(" 91350100m000100y43 ") == "91350100M000100Y43")
    #expect(CreditCode.isChecked("91350100M000100Y43"))
    #expect(!CreditCode.isChecked("91350100M000100Y44"))
    #expect(CreditCode.normalised("123") == nil)
  }
}
