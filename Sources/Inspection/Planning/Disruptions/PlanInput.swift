public import CampaignData

/// One thing that a plan was told beside the facts, as its record keeps it.
public struct PlanInput: Sendable, Hashable {
  /// What kind of thing.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The plan that it started from.
    case earlier
    /// A team out for the rest of the round.
    case out
    /// A day lost.
    case lost
    /// Ground closed.
    case closed
    /// A visit added by hand.
    case task
    /// A visit given to another team by hand.
    case move
    /// A visit of a day taken out by hand.
    case drop
  }

  /// What kind of thing.
  public var kind: Kind
  /// A plan, team, file or target.
  public var subject: String
  /// From which day, or on which; nil for a plan.
  public var day: CalendarDate?
  /// The note of a task or a removal; the team and the note of a move, as in `130100-03: nearer`; a
  /// closure's ground, as text.
  public var note: String

  /// Makes an input.
  public init(kind: Kind, subject: String, day: CalendarDate?, note: String = "") {
    self.kind = kind
    self.subject = subject
    self.day = day
    self.note = note
  }

  /// As one line, from which the plan's identifier is made too.
  public var text: String {
    [kind.rawValue, subject, day?.description ?? "", note].joined(separator: "|")
  }
}

extension Plan {
  /// All that it was told, in the order of kinds.
  public var inputs: [PlanInput] {
    var inputs = earlier.map { [PlanInput(kind: .earlier, subject: $0, day: nil)] } ?? []
    inputs += disruptions.outages.map { PlanInput(kind: .out, subject: $0.team, day: $0.from) }
    inputs += disruptions.lostDays.map { PlanInput(kind: .lost, subject: $0.team, day: $0.day) }
    inputs += disruptions.closures.map {
      PlanInput(kind: .closed, subject: $0.name, day: $0.day, note: ClosedGround($0.areas).text)
    }
    inputs += disruptions.tasks.filter { $0.team == nil }.map(\.input)
    inputs += disruptions.tasks.filter { $0.team != nil }.map(\.input)
    inputs += disruptions.removals.map {
      PlanInput(kind: .drop, subject: $0.target, day: $0.day, note: $0.note)
    }
    return inputs
  }
}
