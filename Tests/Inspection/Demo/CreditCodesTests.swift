import Testing

@testable import Inspection

@Suite struct CreditCodesTests {
  @Test func `the example of the standard is valid, and a changed one is not`() {
    #expect(CreditCodes.isValid("91350100M000100Y43"))
    #expect(!CreditCodes.isValid("91350100M000100Y44"))
    #expect(!CreditCodes.isValid("91350100M000100Y4"))
    #expect(!CreditCodes.isValid("9135010OM000100Y43"))
  }

  @Test func `codes are valid, name their county and never repeat`() {
    var codes = CreditCodes(seed: 3)
    let made = (0..<2000).map { _ in codes.next(county: "410621") }
    #expect(made.allSatisfy(CreditCodes.isValid))
    #expect(made.allSatisfy { $0.hasPrefix("91410621MA") })
    #expect(Set(made).count == made.count)
  }
}
