import Testing

@testable import Inspection

@Suite struct ObjectCipherTests {
  /// CTR-AES256.Encrypt of NIST SP 800-38A, F.5.5, first two blocks.
  @Test func `the published example is reproduced`() throws {
    let key = try #require(
      Hexadecimal.bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"))
    let open = try #require(
      Hexadecimal.bytes("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"))
    let start = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"
    let locked = try #require(ObjectCipher.turned(open, key: key, hash: start))
    #expect(
      Hexadecimal.text(locked)
        == "601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5")
    #expect(ObjectCipher.turned(locked, key: key, hash: start) == open)
    #expect(ObjectCipher.turned(open, key: [1], hash: start) == nil)
  }

  @Test func `pieces hash as the whole does`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var stream = SHA256Stream()
    stream.add(Array(bytes[..<333]))
    stream.add([])
    stream.add(Array(bytes[333...]))
    #expect(stream.hexadecimal() == SHA256.hexadecimal(of: bytes))
  }

  @Test func `hexadecimal text that is none is refused`() {
    #expect(Hexadecimal.bytes("0aff") == [10, 255])
    for text in ["a", "0G", "AB", "é0"] { #expect(Hexadecimal.bytes(text) == nil) }
  }
}
