/// Something that a check of the record found.
public struct AuditFinding: Sendable, Hashable {
  /// True for what should not be; false for what a reader should know.
  public var isFault: Bool
  /// In Chinese.
  public var zh: String
  /// In English.
  public var en: String
}
