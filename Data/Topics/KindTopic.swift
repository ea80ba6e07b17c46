/// The topic of sites of a kind for which neither a list nor a ledger says one.
public struct KindTopic: Sendable, Hashable {
  /// Key of `site_kind`.
  public let kind: String
  /// Key of `industry`; nil: any.
  public let industry: String?
  /// Key of the topic 督查内容.
  public let topic: String

  init?(_ row: EmbeddedRow) {
    guard !row.text("kind").isEmpty, !row.text("topic").isEmpty else { return nil }
    kind = row.text("kind")
    industry = row.optionalText("industry")
    topic = row.text("topic")
  }
}
