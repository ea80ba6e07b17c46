/// A code that stands for one or more counties of August 2018 under another name.
public struct Recoding: Sendable, Hashable {
  /// How the code relates to the list of August 2018.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// In use after it.
    case later
    /// In use before it.
    case earlier
    /// Used in statistics only.
    case statistical
  }

  /// The other code.
  public let code: String
  /// The name that goes with it.
  public let name: String
  /// The codes of August 2018 that it stands for, the largest in area first.
  public let countyCodes: [String]
  /// The month of the change, as in `2018-09`; nil for a statistical code.
  public let changed: String?
  /// How the code relates to the list of August 2018.
  public let kind: Kind
  /// What happened, in Chinese.
  public let noteZH: String
  /// What happened, in English.
  public let noteEN: String

  init?(_ row: EmbeddedRow) {
    guard let kind = Kind(rawValue: row.text("kind")), !row.list("county_codes").isEmpty else {
      return nil
    }
    code = row.text("code")
    name = row.text("name")
    countyCodes = row.list("county_codes")
    changed = row.optionalText("changed")
    self.kind = kind
    noteZH = row.text("note_zh")
    noteEN = row.text("note_en")
  }
}
