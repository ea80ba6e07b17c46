import Inspection

extension Disruptions {
  /// What an edited list tells, a line each.
  var changes: [String] {
    tasks.map { task in
      task.team.map { "move \(task.target) to \($0)" } ?? "task \(task.target)"
    } + removals.map { "drop \($0.target)" }
  }

  /// These and what an edited list tells.
  func adding(_ edited: Disruptions) -> Disruptions {
    var all = self
    all.tasks += edited.tasks
    all.removals += edited.removals
    return all
  }
}
