/// A word of a vocabulary.
public struct Term: Sendable, Hashable {
  /// The key that tables keep, as in `year_on_year`.
  public let key: String
  /// In Chinese.
  public let zh: String
  /// In English.
  public let en: String
  /// Other wordings that mean it.
  public let aliases: [String]

  /// Key, Chinese, English and aliases, folded.
  var foldedWordings: [FoldedText] {
    ([key, zh, en] + aliases).map(FoldedText.init).filter { !$0.isEmpty }
  }
}
