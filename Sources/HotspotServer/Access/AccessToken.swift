import CampaignData
import Publishing

/// Who may ask, as the workspace keeps it: never the token itself.
struct AccessToken: Sendable, Hashable {
  /// A name that people know it by, unique.
  let name: String
  let role: Role
  /// The team of a team's leader.
  let team: String?
  /// HMAC-SHA-256 of the token under the workspace's key of tokens, as hexadecimal.
  let hash: String
  let createdAt: Moment
  let expiresAt: Moment
  /// When it was revoked; nil: it was not.
  var revokedAt: Moment?

  /// Whether it is good at a moment.
  func isValid(at now: Moment) -> Bool { revokedAt == nil && now < expiresAt }

  /// Whoever shows it.
  var viewer: Viewer { Viewer(role: role, team: team, name: name) }

  /// As a line of the file.
  var json: JSONText {
    .object([
      .init("name", .string(name)), .init("role", .string(role.rawValue)),
      .init("team", .optional(team)), .init("hash", .string(hash)),
      .init("created_at", .string(createdAt.description)),
      .init("expires_at", .string(expiresAt.description)),
      .init("revoked_at", .optional(revokedAt?.description)),
    ])
  }
}

extension AccessToken {
  /// Whether a text could be a token: its letter case, length and characters.
  static func isSpelt(_ text: String) -> Bool {
    (20...256).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      }
  }
}
