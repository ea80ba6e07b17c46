extension EditedDay {
  /// The edits as a plan is told them: what is taken out, given to another team, added.
  ///
  /// Another order is not told: the planner orders a day by its ways.
  /// - Parameter reason: why, where a row says nothing.
  public func disruptions(reason: String = "") -> Disruptions {
    var told = Disruptions()
    for edit in edits {
      let note = edit.note.isEmpty ? reason : edit.note
      switch edit.kind {
      case .drop:
        told.removals.append(.init(target: edit.target, day: day, note: note))
      case .move, .add:
        told.tasks.append(
          ManualTask(target: edit.target, note: note, day: day, team: edit.team))
      case .order: break
      }
    }
    return told
  }
}
