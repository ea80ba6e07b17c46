import CampaignData

/// Who asks: a role, a team for its leader, and a name for the log.
struct Viewer: Sendable, Hashable {
  let role: Role
  /// The team of a team's leader; nil for others.
  let team: String?
  /// By what the log knows the viewer: the token's name, or `local`.
  let name: String

  /// Whoever sits at the machine that serves its own workspace, without tokens.
  static let local = Viewer(role: .planner, team: nil, name: "local")

  /// How much of a resource this viewer may see.
  func permission(for resource: Resource) -> Permission {
    AccessPolicy.permission(of: role, for: resource)
  }
}
