/// What is done with a report of a visit that is odd in one way, and what people are told.
public struct VisitDoubtRule: Sendable, Hashable {
  /// What becomes of the report.
  public enum Treatment: String, Sendable, Hashable {
    /// It is kept apart, among the rejects.
    case rejected
    /// It counts, and keeps the mark.
    case marked
  }

  /// The key, as in `far_away`.
  public let key: String
  /// What becomes of the report.
  public let treatment: Treatment
  /// What is odd, in Chinese.
  public let zh: String
  /// What is odd, in English.
  public let en: String
  /// The next step, in Chinese.
  public let nextZH: String
  /// The next step, in English.
  public let nextEN: String

  init?(_ row: EmbeddedRow) {
    guard let treatment = Treatment(rawValue: row.text("treatment")) else { return nil }
    key = row.text("key")
    self.treatment = treatment
    zh = row.text("zh")
    en = row.text("en")
    nextZH = row.text("next_zh")
    nextEN = row.text("next_en")
  }
}

extension CampaignData {
  /// What may be odd about a report of a visit, in the order of the table.
  public static let visitDoubts: [VisitDoubtRule] = EmbeddedTable(named: "visit_doubts").rows
    .compactMap(VisitDoubtRule.init)

  /// The rule with a key; nil for an unknown one.
  public static func visitDoubt(_ key: String) -> VisitDoubtRule? {
    visitDoubts.first { $0.key == key }
  }
}
