/// The table that says who may see what; `docs/serving.md` prints it, a test asks for every cell.
enum AccessPolicy {
  /// How much of a resource a role may see.
  static func permission(of role: Role, for resource: Resource) -> Permission {
    table[resource]?[role] ?? .none
  }

  /// Plans that are not released are in no layer at all, whoever asks.
  private static let table: [Resource: [Role: Permission]] = [
    .places: [.planner: .all, .team: .all, .analyst: .all, .auditor: .all],
    .evidence: [.planner: .all, .team: .masked, .analyst: .masked, .auditor: .masked],
    .complaints: [.planner: .all, .team: .masked, .analyst: .masked, .auditor: .masked],
    .teams: [.planner: .all, .team: .own, .analyst: .all, .auditor: .all],
    .coverage: [.planner: .all, .team: .masked, .analyst: .masked, .auditor: .masked],
    .visits: [.planner: .all, .team: .own, .analyst: .masked, .auditor: .masked],
    .targets: [.planner: .all, .team: .own, .analyst: .past, .auditor: .past],
    .record: [.planner: .all, .auditor: .all],
  ]
}
