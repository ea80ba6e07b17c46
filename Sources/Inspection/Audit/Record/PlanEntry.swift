/// A plan of a sealed round: what it was made of, and the hash of what came out.
public struct PlanEntry: Sendable, Hashable, Codable {
  /// An earlier plan that went in.
  public struct Earlier: Sendable, Hashable, Codable {
    /// Its identifier.
    public var plan: String
    /// The hash of its stops as text, `PlanText.tables`.
    public var tables: String

    /// Names an earlier plan.
    public init(plan: String, tables: String) {
      self.plan = plan
      self.tables = tables
    }
  }

  /// The plan's identifier.
  public var plan: String
  /// The round.
  public var round: Int
  /// The hash of the line of the seal that it was made under.
  public var seal: String
  /// The day from which the rest of the round was planned; nil for a whole round.
  public var day: String?
  /// The moment whose facts it rests on.
  public var asOf: String
  /// The hash of the list of facts, `InputManifest`.
  public var inputs: String
  /// The settings, `PlanSettings.canonicalText`.
  public var settings: String
  /// Hash of the evidence weights as text.
  public var weights: String
  /// The round's plan that it started from.
  public var earlier: Earlier?
  /// The last plan of the round before.
  public var lastRound: Earlier?
  /// The plan whose draw it took over; nil: drawn with this plan.
  public var draw: Earlier?
  /// Who told driving times: `straight`, or an engine and the hash of all that it answered.
  public var travel: String
  /// The hash of the plan as text, `PlanText`.
  public var result: String
  /// The hash of the list of the files that were written.
  public var files: String
  /// The folder of those files in the workspace.
  public var folder: String

  /// Makes an entry.
  public init(
    plan: String, round: Int, seal: String, day: String?, asOf: String, inputs: String,
    settings: String, weights: String, earlier: Earlier?, lastRound: Earlier?, draw: Earlier? = nil,
    travel: String,
    result: String, files: String, folder: String
  ) {
    self.plan = plan
    self.round = round
    self.seal = seal
    self.day = day
    self.asOf = asOf
    self.inputs = inputs
    self.settings = settings
    self.weights = weights
    self.earlier = earlier
    self.lastRound = lastRound
    self.draw = draw
    self.travel = travel
    self.result = result
    self.files = files
    self.folder = folder
  }
}
