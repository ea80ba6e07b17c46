/// A step that a problem may take from one state to another.
public struct ProblemTransition: Sendable, Hashable {
  /// What a step cannot do without.
  public enum Need: String, Sendable, Hashable {
    /// Words that say why.
    case reason
    /// The last day of the correction.
    case deadline
  }

  /// Key of `problem_state`: where it leads from.
  public let from: String
  /// Key of `problem_state`: where it leads to.
  public let to: String
  /// What it needs; nil for nothing.
  public let need: Need?
  /// What happens, in Chinese.
  public let zh: String
  /// What happens, in English.
  public let en: String

  init?(_ row: EmbeddedRow) {
    guard !row.text("from").isEmpty, !row.text("to").isEmpty else { return nil }
    from = row.text("from")
    to = row.text("to")
    need = Need(rawValue: row.text("needs"))
    zh = row.text("zh")
    en = row.text("en")
  }
}

extension CampaignData {
  /// The steps that a problem may take; what is not here is refused.
  public static let problemTransitions: [ProblemTransition] =
    EmbeddedTable(named: "problem_transitions").rows.compactMap(ProblemTransition.init)
}
