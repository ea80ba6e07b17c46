/// Texts of a file taken apart elsewhere.
public enum DelimitedText {
  /// The string that some bytes spell: UTF-8 or, where they are none, GB18030; or a named encoding.
  public static func string(
    _ bytes: UnsafeBufferPointer<UInt8>, encoding: String? = nil
  ) -> String {
    guard var decoder = try? TextDecoder(encoding: encoding) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return decoder.decode(bytes)
  }
}
