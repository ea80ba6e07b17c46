public import Inspection

/// What a plan of a sealed round was made of, for its entry in the record.
public struct PlanProvenance: Sendable {
  /// The round's seal.
  public var sealed: SealedRound
  /// The facts.
  public var facts: RecordedFacts
  /// The settings.
  public var settings: PlanSettings
  /// The evidence weights as text.
  public var weights: String
  /// The round's plan that it started from, by identifier.
  public var earlier: String?
  /// The last plan of the round before, by identifier.
  public var lastRound: String?
  /// The plan whose draw it took over, by identifier; nil: drawn with it, if at all.
  public var draw: String?
  /// Who told driving times.
  public var travel: String
  /// Who changed something by hand, why and what; nil: nobody.
  public var change: Change?
  /// The program's version.
  public var program: String

  /// A change by hand.
  public struct Change: Sendable {
    /// Who signs.
    public var by: String
    /// Why.
    public var reason: String
    /// What, a line each.
    public var changes: [String]

    /// Names a change.
    public init(by: String, reason: String, changes: [String]) {
      self.by = by
      self.reason = reason
      self.changes = changes
    }
  }

  /// Puts together what a plan was made of.
  public init(
    sealed: SealedRound, facts: RecordedFacts, settings: PlanSettings, weights: String,
    earlier: String?, lastRound: String?, draw: String?, travel: String, change: Change?,
    program: String
  ) {
    self.sealed = sealed
    self.facts = facts
    self.settings = settings
    self.weights = weights
    self.earlier = earlier
    self.lastRound = lastRound
    self.draw = draw
    self.travel = travel
    self.change = change
    self.program = program
  }
}
