import ArgumentParser
import CampaignData
import Foundation
import Inspection
import Publishing
import Store
import Terminal

extension Role: ExpressibleByArgument {}

/// Makes a token.
struct AccessAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make a token and show it, once.")

  @Argument(help: "A name that tells whose it is; the log of reads has it.") var name: String
  @Option(help: "planner, team, analyst or auditor; docs/serving.md has what each may see.")
  var role: Role
  @Option(help: "The team of a team's leader.") var team: String?
  @Option(help: "Days after which it is not good any more, 1 to 366.") var days = 30
  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var manner: OutputOptions

  func validate() throws {
    guard (1...366).contains(days) else { throw ValidationError("--days is 1 to 366.") }
    guard (role == .team) == (team != nil) else {
      throw ValidationError("A team's leader, and no other role, needs --team.")
    }
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic
        || "-_.0123456789".unicodeScalars.contains($0)
    }
    guard isPlain, (1...60).contains(name.count) else {
      throw ValidationError("A name has 1 to 60 letters, digits, hyphens and dots.")
    }
  }

  func run() throws {
    let workspace = try place.open()
    let file = TokenFile(workspace: workspace)
    var tokens = try file.tokens()
    guard !tokens.contains(where: { $0.name == name && $0.isValid(at: .now) }) else {
      throw CommandFailure(
        status: .usage, message: "there is a token \"\(name)\"", file: file.path,
        hint: "Revoke it first, or choose another name.")
    }
    if let team { try check(team, in: workspace) }
    let text = Self.random()
    let now = Moment.now
    tokens.removeAll { $0.name == name }
    tokens.append(
      AccessToken(
        name: name, role: role, team: team,
        hash: TokenTable.hash(of: text, key: try file.key()), createdAt: now,
        expiresAt: now.adding(seconds: days * 86_400), revokedAt: nil))
    try file.write(tokens)
    let expires = now.adding(seconds: days * 86_400)
    manner.console().result(
      text + "\n",
      json: .object([
        .init("name", .string(name)), .init("token", .string(text)),
        .init("expires_at", .string(expires.description)),
      ]))
    manner.console().say(
      zh: "只显示这一次；有效期至 \(expires)。手机链接：在网址后加 ?token=…",
      en: "Shown this once; good until \(expires). For a link, add ?token=... to the address.")
  }

  private func check(_ team: String, in workspace: Workspace) throws {
    let teams = try workspace.facts(asOf: .now).teams.map(\.id)
    guard teams.contains(team) else {
      let guess = Suggestion.nearest(to: team, in: teams).map { "Did you mean \($0)?" }
      throw CommandFailure(
        status: .inputMissing, message: "there is no team \"\(team)\"", file: workspace.folder,
        hint: guess ?? "Import teams first.")
    }
  }

  /// 256 bits of the system's generator, in letters that need no escape in an address.
  private static func random() -> String {
    let text = Data(KeyFolder.randomKey()).base64EncodedString()
    return "hs_"
      + text.filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }
  }
}
