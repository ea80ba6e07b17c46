import Inspection
import Testing

@Suite struct HKDFTests {
  /// Test cases 1 and 3 of RFC 5869, appendix A.
  @Test func `published keys are reproduced`() {
    let secret = [UInt8](repeating: 0x0b, count: 22)
    #expect(
      HKDF.key(
        from: secret, salt: bytes("000102030405060708090a0b0c"),
        info: bytes("f0f1f2f3f4f5f6f7f8f9"), length: 42)
        == bytes(
          "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
            + "34007208d5b887185865"))
    #expect(
      HKDF.key(from: secret, salt: [], info: [], length: 42)
        == bytes(
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
            + "9d201395faa4b61a96c8"))
  }
}
