import Inspection
import Terminal

/// Whether a team's plan made again is the one that was saved.
struct RepeatedTeam {
  let plan: EarlierPlan
  let team: String

  /// Throws `CommandFailure` that names the first stop that is another, but not where it leads: an
  /// error tells nothing of a plan.
  func check(_ again: [EarlierPlan.Stop]) throws {
    let saved = plan.stops.filter { $0.team == team }
    for (one, other) in zip(saved, again) where !isSame(one, other) {
      throw failure("stop \(one.order) of \(one.team) on \(one.day) is another now")
    }
    guard saved.count == again.count else {
      throw failure("it has \(saved.count) stops of \(team) and \(again.count) now")
    }
  }

  /// Chances count too: another one says that a fact behind it has changed.
  private func isSame(_ one: EarlierPlan.Stop, _ other: EarlierPlan.Stop) -> Bool {
    one.day == other.day && one.order == other.order && one.target == other.target
      && one.basis == other.basis && abs(one.chance - other.chance) < 1e-9
  }

  private func failure(_ what: String) -> CommandFailure {
    RepeatedSettings.failure(
      plan.id, "facts known by then, times by road or the program have changed since (\(what))",
      hint: "Plan again and ask about the new plan.")
  }
}
