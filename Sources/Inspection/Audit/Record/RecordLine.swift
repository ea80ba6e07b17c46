/// One line of the audit's record: an entry, bound to the line before by its hash.
///
///     {"number":2,"previous":"…","entry":{…},"hash":"…"}
///
/// The hash is SHA-256 of all that stands before `,"hash"`, so that it can be checked with any
/// program that hashes bytes, and every byte of the line counts.
public struct RecordLine: Sendable, Hashable {
  /// Its place in the record, from 1.
  public let number: Int
  /// The hash of the line before; `start` for the first.
  public let previous: String
  /// The entry, JSON on one line.
  public let entry: String
  /// The line's hash, 64 hexadecimal digits.
  public let hash: String

  /// What the first line names as the hash before it.
  public static let start = String(repeating: "0", count: 64)

  /// The next line of a record.
  public init(number: Int, previous: String, entry: String) {
    self.number = number
    self.previous = previous
    self.entry = entry
    hash = SHA256.hexadecimal(of: Array(Self.head(number, previous, entry).utf8))
  }

  /// The line as it is written, without its end.
  public var text: String {
    Self.head(number, previous, entry) + Self.mark + hash + "\"}"
  }

  private static let mark = ",\"hash\":\""

  private static func head(_ number: Int, _ previous: String, _ entry: String) -> String {
    "{\"number\":\(number),\"previous\":\"\(previous)\",\"entry\":\(entry)"
  }

  /// Reads a line; nil if it is none, or if its hash is not that of what stands before it.
  init?(_ bytes: ArraySlice<UInt8>) {
    let tail = Self.mark.utf8.count + 64 + 2
    guard bytes.count > tail else { return nil }
    let head = Array(bytes.dropLast(tail))
    guard let text = String(validating: head, as: UTF8.self) else { return nil }
    var rest = text[...]
    guard Self.skip("{\"number\":", in: &rest) else { return nil }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard let number = Int(digits), Self.skip(",\"previous\":\"", in: &rest) else { return nil }
    let previous = String(rest.prefix(64))
    rest = rest.dropFirst(64)
    guard Self.isHash(previous), Self.skip("\",\"entry\":", in: &rest) else { return nil }
    self.init(number: number, previous: previous, entry: String(rest))
    // What was read, written again, is the same to the byte: the hash counts, and so does the rest.
    guard self.text.utf8.elementsEqual(bytes) else { return nil }
  }

  private static func skip(_ word: String, in text: inout Substring) -> Bool {
    guard text.utf8.starts(with: word.utf8) else { return false }
    text = Substring(text.utf8.dropFirst(word.utf8.count))
    return true
  }

  /// True for 64 hexadecimal digits as this program writes them.
  static func isHash(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
