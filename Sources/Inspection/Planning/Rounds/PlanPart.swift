/// A part of a plan, made exactly as the whole plan has it: one team's days.
struct PlanPart: Sendable {
  /// Index of the team in `Facts.teams`.
  let team: Int
  /// The division of the ground where it is known already; nil: it is made as for the whole plan.
  var areas: TeamAreas?
  /// Townships that count as visited in the round, whatever the facts say.
  var settled: Set<Int> = []
}
