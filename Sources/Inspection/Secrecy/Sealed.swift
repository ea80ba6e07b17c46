/// Bytes of a plan under its key, with a label in the clear.
///
/// As bytes: `hotspot sealed 1` (16 bytes), the label's length (8 bytes, little-endian) and text, a
/// nonce (12), the length of what follows (8), the ciphertext of AES-256-GCM and its tag (16). The
/// tag answers for everything before the ciphertext.
public struct Sealed: Sendable {
  /// What it is.
  public let label: SealLabel
  /// All of it.
  public let bytes: [UInt8]
  private let headerLength: Int

  private static let family = Array("hotspot sealed ".utf8)
  private static let magic = family + Array("1".utf8)

  /// Seals bytes under a plan's key and a fresh random nonce.
  public init(_ plain: [UInt8], as label: SealLabel, with key: SealKey) throws(SealError) {
    var generator = SystemRandomNumberGenerator()
    let nonce = (0..<AESGCM.nonceLength).map { _ in UInt8.random(in: 0...255, using: &generator) }
    try self.init(plain, as: label, with: key, nonce: nonce)
  }

  init(
    _ plain: [UInt8], as label: SealLabel, with key: SealKey, nonce: [UInt8]
  ) throws(SealError) {
    var writer = ByteWriter(Self.magic)
    writer.append(label.text)
    for byte in nonce { writer.append(byte) }
    writer.append(UInt64(plain.count + AESGCM.tagLength))
    let planKey = key.key(ofPlan: label.plan)
    let header = writer.bytes
    guard let sealed = AESGCM.seal(plain, key: planKey, nonce: nonce, header: header) else {
      throw .noCipher
    }
    self.label = label
    headerLength = header.count
    bytes = header + sealed
  }

  /// Something sealed, as it was kept; its label is not yet proven.
  public init(bytes: [UInt8]) throws(SealError) {
    guard bytes.starts(with: Self.magic) else {
      guard Self.family.starts(with: bytes.prefix(Self.family.count)) else { throw .notSealed }
      throw bytes.count <= Self.magic.count ? .cutOff : .newerFormat
    }
    var reader = ByteReader(bytes, from: Self.magic.count)
    let text = try reader.text()
    _ = try reader.bytes(AESGCM.nonceLength)
    let length = try reader.count()
    guard length == bytes.count - reader.offset, length >= AESGCM.tagLength else { throw .cutOff }
    guard let label = SealLabel(text: text) else { throw .wrongKeyOrChanged }
    self.label = label
    headerLength = reader.offset
    self.bytes = bytes
  }

  /// What was sealed, proven to be that of the label.
  ///
  /// Throws `wrongKeyOrChanged`, and `misplaced` for a label of another workspace.
  public func opened(with key: SealKey) throws(SealError) -> [UInt8] {
    guard label.workspace == key.workspace else { throw .misplaced }
    let nonce = Array(bytes[..<headerLength].dropLast(8).suffix(AESGCM.nonceLength))
    let plain = AESGCM.open(
      bytes[headerLength...], key: key.key(ofPlan: label.plan), nonce: nonce,
      header: Array(bytes[..<headerLength]))
    guard let plain else { throw .wrongKeyOrChanged }
    return plain
  }
}
