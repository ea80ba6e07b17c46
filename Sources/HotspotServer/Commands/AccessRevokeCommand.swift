import ArgumentParser
import CampaignData
import Store
import Terminal

/// Revokes a token; a server that runs knows of it a second later.
struct AccessRevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Let a token in no more.")

  @Argument(help: "The name that it was made with.") var name: String
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func run() throws {
    let file = TokenFile(workspace: try place.open())
    var tokens = try file.tokens()
    guard let index = tokens.firstIndex(where: { $0.name == name }) else {
      let guess = Suggestion.nearest(to: name, in: tokens.map(\.name))
      throw CommandFailure(
        status: .inputMissing, message: "there is no token \"\(name)\"", file: file.path,
        hint: guess.map { "Did you mean \($0)?" } ?? "`hotspot access list` lists them.")
    }
    if tokens[index].revokedAt == nil { tokens[index].revokedAt = .now }
    try file.write(tokens)
    manner.console().say(zh: "已吊销：\(name)", en: "Revoked \(name).")
  }
}
