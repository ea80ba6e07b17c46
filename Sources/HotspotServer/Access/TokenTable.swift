import Atomics
import CampaignData
import Inspection

/// All tokens of a workspace, with the key that they are hashed under.
final class TokenTable: Sendable, AtomicReference {
  let tokens: [AccessToken]
  private let key: [UInt8]
  private let hashes: [[UInt8]]

  init(_ tokens: [AccessToken] = [], key: [UInt8] = []) {
    self.tokens = tokens
    self.key = key
    hashes = tokens.map { Array($0.hash.utf8) }
  }

  /// Who shows a token; nil if it is unknown, expired or revoked.
  ///
  /// Every token is compared, and every byte, so that time tells nothing of how near a guess was.
  func viewer(showing text: String, now: Moment) -> Viewer? {
    guard !tokens.isEmpty, text.utf8.count <= Self.longest else { return nil }
    let shown = Array(Self.hash(of: text, key: key).utf8)
    var found: Int?
    for (index, hash) in hashes.enumerated() where Self.isSame(hash, shown) { found = index }
    return found.map { tokens[$0] }.flatMap { $0.isValid(at: now) ? $0.viewer : nil }
  }

  /// What is kept of a token.
  static func hash(of text: String, key: [UInt8]) -> String {
    Hexadecimal.text(HMAC.code(of: Array(text.utf8), key: key))
  }

  private static let longest = 256

  private static func isSame(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard first.count == second.count else { return false }
    var difference: UInt8 = 0
    for index in first.indices { difference |= first[index] ^ second[index] }
    return difference == 0
  }
}
