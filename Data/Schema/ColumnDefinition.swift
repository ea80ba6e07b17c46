/// A column of a workspace table: its type, its names, and the headings under which files bring it.
public struct ColumnDefinition: Sendable, Hashable {
  /// Its name in tables, a promise to users.
  public let name: String
  /// What it holds.
  public let type: ColumnType
  /// Whether an imported record without it cannot be used.
  public private(set) var isRequired: Bool
  /// The vocabulary that its values are of, if any.
  public let vocabulary: String?
  /// Whether a word outside the vocabulary is kept as it is; otherwise it is an error.
  public let isVocabularyOpen: Bool
  /// Chinese heading.
  public let zh: String
  /// English heading.
  public let en: String
  /// Other headings that mean it.
  public let aliases: [String]
  /// What it means, in English; empty where the heading says it.
  public let description: String

  /// Every heading that means it, folded: name, Chinese, English, aliases.
  public let foldedHeadings: [FoldedText]

  /// Whether a file's heading means this column; case, width, blanks and punctuation do not count.
  public func matches(heading: String) -> Bool {
    foldedHeadings.contains(FoldedText(heading))
  }

  /// The same column for a kind of record that can do without it.
  func withoutRequirement() -> ColumnDefinition {
    var column = self
    column.isRequired = false
    return column
  }

  init?(_ row: EmbeddedRow) {
    guard let type = ColumnType(rawValue: row.text("type")), let required = row.flag("required")
    else { return nil }
    name = row.text("column")
    self.type = type
    isRequired = required
    let vocabulary = row.text("vocabulary")
    isVocabularyOpen = vocabulary.hasSuffix("?")
    self.vocabulary =
      vocabulary.isEmpty ? nil : isVocabularyOpen ? String(vocabulary.dropLast()) : vocabulary
    zh = row.text("zh")
    en = row.text("en")
    aliases = row.list("aliases")
    description = row.text("description_en")
    foldedHeadings = ([name, zh, en] + aliases).map(FoldedText.init).filter { !$0.isEmpty }
  }
}
