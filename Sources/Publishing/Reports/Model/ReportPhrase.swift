/// A text of a report in Chinese and English.
public struct ReportPhrase: Sendable, Hashable {
  /// In Chinese.
  public var zh: String
  /// In English.
  public var en: String
  /// True for a name or a word that somebody recorded: it is the same in both languages.
  public var isRecorded: Bool

  /// Makes a phrase.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
    isRecorded = false
  }

  /// A name as it was recorded, long numbers within it masked.
  public init(recorded name: String) {
    zh = TelephoneMask.masked(name)
    en = zh
    isRecorded = true
  }

  /// A code or an identifier as it was recorded.
  public init(code: String) {
    zh = code
    en = code
    isRecorded = true
  }

  /// What is written alike in both languages, as a number is.
  public init(_ text: String) {
    self.init(zh: text, en: text)
  }

  /// The text in a language.
  public func text(_ language: Language) -> String { language.pick(zh: zh, en: en) }
}
