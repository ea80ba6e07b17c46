/// A kind of list 台账 that cities keep, and what its entries are.
public struct LedgerKind: Sendable, Hashable {
  /// The key used in tables, a word of the vocabulary `ledger`.
  public let key: String
  /// Key of `site_kind` for the sites that it lists.
  public let siteKind: String
  /// Key of the topic that it belongs to.
  public let topic: String

  init?(_ row: EmbeddedRow) {
    guard !row.text("key").isEmpty else { return nil }
    key = row.text("key")
    siteKind = row.text("site_kind")
    topic = row.text("topic")
  }
}
