/// The language of headings, reasons and messages.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Simplified Chinese.
  case zh
  /// English.
  case en

  /// The one of two texts that is in this language.
  public func pick(zh: String, en: String) -> String {
    self == .zh ? zh : en
  }
}
