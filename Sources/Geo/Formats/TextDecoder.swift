import Glibc

/// Turns the bytes of a file's text into strings.
///
/// Text that is UTF-8 is taken as it is. Other bytes are decoded from the encoding named, or from
/// GB18030, which holds all of GBK and GB2312. GB18030 never uses the bytes of comma, quote or line
/// end inside a character, so delimited files can be split before they are decoded.
struct TextDecoder: ~Copyable {
  /// How many texts were not UTF-8 and were decoded from GB18030.
  private(set) var decodedAsGB18030 = 0

  private let isNamed: Bool
  private let converter: iconv_t?

  /// A decoder from an encoding that iconv knows, or one that tells UTF-8 and GB18030 apart.
  init(encoding: String?) throws(GDALError) {
    isNamed = encoding != nil
    converter = iconv_open("UTF-8", encoding ?? "GB18030")
    // iconv_open returns -1 for an encoding that it does not know.
    guard converter != iconv_t(bitPattern: -1) else {
      throw GDALError(
        .unsupported, "unknown encoding \"\(encoding ?? "GB18030")\": write UTF-8 or GB18030")
    }
  }

  deinit { iconv_close(converter) }

  /// The string that the bytes up to the final zero spell.
  mutating func decode(_ bytes: UnsafePointer<CChar>) -> String {
    if isNamed {
      if isASCII(bytes) { return String(cString: bytes) }
      return converted(bytes) ?? String(cString: bytes)
    }
    if let text = String(validatingCString: bytes) { return text }
    guard let text = converted(bytes) else { return String(cString: bytes) }
    decodedAsGB18030 += 1
    return text
  }

  /// The string that some bytes spell, up to a zero among them.
  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if !isNamed, let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) {
      return text
    }
    let copy = bytes.map { CChar(bitPattern: $0) } + [0]
    return copy.withUnsafeBufferPointer { copy in copy.baseAddress.map { decode($0) } ?? "" }
  }

  private func isASCII(_ bytes: UnsafePointer<CChar>) -> Bool {
    var index = 0
    while bytes[index] != 0 {
      if bytes[index] < 0 { return false }
      index += 1
    }
    return true
  }

  /// The text as UTF-8; nil if the bytes are not of the encoding.
  private mutating func converted(_ bytes: UnsafePointer<CChar>) -> String? {
    var length = strlen(bytes)
    // A two-byte character becomes three bytes; a single byte of other encodings up to three.
    let capacity = length * 3 + 4
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutablePointer(mutating: bytes)
    var isComplete = false
    let text = String(unsafeUninitializedCapacity: capacity) { buffer in
      var output: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(buffer.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var room = capacity
      iconv(converter, nil, nil, nil, nil)
      isComplete = iconv(converter, &input, &length, &output, &room) != -1
      return capacity - room
    }
    return isComplete ? text : nil
  }
}
