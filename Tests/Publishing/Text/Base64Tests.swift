import Foundation
import Testing

@testable import Publishing

@Suite struct Base64Tests {
  @Test(arguments: 0..<70) func `bytes are spelt as Foundation spells them`(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) }
    #expect(Base64.text(bytes) == Data(bytes).base64EncodedString())
  }
}
