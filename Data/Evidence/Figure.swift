/// A published figure of the campaign, against which results are compared.
public struct Figure: Sendable, Hashable {
  /// The key, as in `hot_cells_fenwei`.
  public let key: String
  /// The value, in its unit.
  public let value: Double
  /// What is counted.
  public let unit: String
  /// What it is, in Chinese.
  public let zh: String
  /// What it is, in English.
  public let en: String
  /// Where it was found.
  public let source: String

  init?(_ row: EmbeddedRow) {
    guard let value = row.real("value") else { return nil }
    key = row.text("key")
    self.value = value
    unit = row.text("unit")
    zh = row.text("zh")
    en = row.text("en")
    source = row.text("source")
  }
}
