import Inspection
import Testing

/// The bytes of hexadecimal digits.
func bytes(_ hexadecimal: String) -> [UInt8] {
  let digits = hexadecimal.compactMap(\.hexDigitValue).map { UInt8($0) }
  return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

@Suite struct AESGCMTests {
  private static let zeros = [UInt8](repeating: 0, count: 32)
  private static let key = bytes(
    "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
  private static let plain = bytes(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
      + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255")
  private static let sealed = bytes(
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
      + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad")

  /// Test cases 13 to 16 of McGrew and Viega, The Galois/Counter Mode of Operation.
  @Test func `published test cases are reproduced`() {
    let zero = [UInt8](repeating: 0, count: 12)
    #expect(
      AESGCM.seal([], key: Self.zeros, nonce: zero, header: [])
        == bytes("530f8afbc74536b9a963b4f1c4cb738b"))
    #expect(
      AESGCM.seal(Array(Self.zeros.prefix(16)), key: Self.zeros, nonce: zero, header: [])
        == bytes("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"))
    let nonce = bytes("cafebabefacedbaddecaf888")
    #expect(
      AESGCM.seal(Self.plain, key: Self.key, nonce: nonce, header: [])
        == Self.sealed + bytes("b094dac5d93471bdec1a502270e3cc6c"))
    let header = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    let last = Self.sealed.prefix(60) + bytes("76fc6ece0f4e1768cddf8853bb2d551b")
    let short = Array(Self.plain.prefix(60))
    #expect(AESGCM.seal(short, key: Self.key, nonce: nonce, header: header) == Array(last))
    #expect(AESGCM.open(last[...], key: Self.key, nonce: nonce, header: header) == short)
    #expect(AESGCM.open(last[...], key: Self.key, nonce: nonce, header: []) == nil)
    #expect(AESGCM.open(last[...], key: Self.zeros, nonce: nonce, header: header) == nil)
  }

  @Test func `keys and nonces of other lengths are refused`() {
    #expect(AESGCM.seal([1], key: [1], nonce: [UInt8](repeating: 0, count: 12), header: []) == nil)
    #expect(AESGCM.seal([1], key: Self.key, nonce: [1], header: []) == nil)
    let nonce = [UInt8](repeating: 0, count: 12)
    #expect(AESGCM.open([1, 2], key: Self.key, nonce: nonce, header: []) == nil)
  }
}
