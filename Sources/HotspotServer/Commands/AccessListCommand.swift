import ArgumentParser
import CampaignData
import Publishing
import Store
import Terminal

/// Lists tokens, without what would let in.
struct AccessListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List who has a token, and until when.")

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let tokens = try TokenFile(workspace: try place.open()).tokens()
    let now = Moment.now
    let lines = tokens.map { token in
      let state =
        token.revokedAt.map { "revoked \($0)" }
        ?? (token.isValid(at: now) ? "until \(token.expiresAt)" : "expired \(token.expiresAt)")
      let words = [token.name, token.role.rawValue, token.team ?? "-", state]
      return words.joined(separator: "  ") + "\n"
    }
    manner.console().result(
      lines.joined(),
      json: .array(
        tokens.map { token in
          .object([
            .init("name", .string(token.name)), .init("role", .string(token.role.rawValue)),
            .init("team", .optional(token.team)),
            .init("created_at", .string(token.createdAt.description)),
            .init("expires_at", .string(token.expiresAt.description)),
            .init("revoked_at", .optional(token.revokedAt?.description)),
            .init("valid", .bool(token.isValid(at: now))),
          ])
        }))
  }
}
