import Publishing

/// A text in both languages.
struct Wording: Sendable, Hashable {
  let zh: String
  let en: String

  init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in a language.
  subscript(language: Language) -> String { language.pick(zh: zh, en: en) }
}
