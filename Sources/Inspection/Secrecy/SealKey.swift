/// The key of a workspace's plans; every plan is sealed by a key of its own, made of it.
public struct SealKey: Sendable {
  /// The workspace's identifier.
  public let workspace: String
  private let secret: [UInt8]

  /// A key as it was kept: 32 bytes; nil for another number of them.
  public init?(_ secret: [UInt8], workspace: String) {
    guard secret.count == AESGCM.keyLength else { return nil }
    self.secret = secret
    self.workspace = workspace
  }

  /// The key of one plan: HKDF-SHA-256 of the secret, the workspace's identifier as salt.
  func key(ofPlan plan: String) -> [UInt8] {
    derived("hotspot plan 1\n\(plan)")
  }

  /// A code of what a plan was told, which without the key cannot be found by guessing at that.
  public func blinding(of inputs: [PlanInput]) -> String {
    let text = inputs.map(\.text).joined(separator: "\n")
    let code = HMAC.code(of: Array(text.utf8), key: derived("hotspot blinding 1"))
    return String(SHA256.hexadecimal(of: code).prefix(32))
  }

  private func derived(_ use: String) -> [UInt8] {
    HKDF.key(
      from: secret, salt: Array(workspace.utf8), info: Array(use.utf8), length: AESGCM.keyLength)
  }
}
