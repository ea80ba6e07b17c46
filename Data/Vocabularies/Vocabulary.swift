/// The words that a column may hold, and the wordings under which files bring them.
public struct Vocabulary: Sendable {
  /// Its name, as in `outcome`.
  public let name: String
  /// Its words, in order.
  public let terms: [Term]

  private let keys: [FoldedText: String]

  init(name: String, terms: [Term]) {
    self.name = name
    self.terms = terms
    var keys: [FoldedText: String] = [:]
    for term in terms {
      for wording in term.foldedWordings where keys[wording] == nil { keys[wording] = term.key }
    }
    self.keys = keys
  }

  /// The key that a text means: a key, a Chinese or English word or an alias; nil for other texts.
  public func key(for text: String) -> String? {
    keys[FoldedText(text)]
  }

  /// The word with a key.
  public func term(key: String) -> Term? {
    terms.first { $0.key == key }
  }
}
