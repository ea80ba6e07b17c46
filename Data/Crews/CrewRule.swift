/// A rule on crews, in words, with the paragraph of the plan that it comes from.
public struct CrewRule: Sendable, Hashable {
  /// The key that programs use, as in `barred_province`.
  public let key: String
  /// In Chinese.
  public let zh: String
  /// In English.
  public let en: String
  /// Where it stands.
  public let source: String

  init?(_ row: EmbeddedRow) {
    guard !row.text("rule").isEmpty else { return nil }
    key = row.text("rule")
    zh = row.text("zh")
    en = row.text("en")
    source = row.text("source")
  }
}
