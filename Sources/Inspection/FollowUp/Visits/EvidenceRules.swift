/// What a complete chain of evidence takes: settings of the group `visits`.
public struct EvidenceRules: Sendable, Hashable {
  /// How many must confirm a visit (`confirmed_minimum`).
  public var confirmedMinimum: Int
  /// How far from the site it may be reported from, in metres (`position_evidence_m`).
  public var positionMetres: Double

  /// Makes rules.
  public init(confirmedMinimum: Int, positionMetres: Double) {
    self.confirmedMinimum = confirmedMinimum
    self.positionMetres = positionMetres
  }
}
