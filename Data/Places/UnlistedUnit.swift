/// A unit of county rank in an inspected city that is no county of August 2018.
public struct UnlistedUnit: Sendable, Hashable {
  /// Why it is not in the list.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A development zone: inspected, but without a national code.
    case zone
    /// Became part of the city later.
    case joined
  }

  /// The six digits that begin its township codes.
  public let code: String
  /// Chinese name.
  public let name: String
  /// The inspected city.
  public let cityCode: String
  /// Why it is not in the list.
  public let kind: Kind
  /// What it is, in Chinese.
  public let noteZH: String
  /// What it is, in English.
  public let noteEN: String

  init?(_ row: EmbeddedRow) {
    guard let kind = Kind(rawValue: row.text("kind")) else { return nil }
    code = row.text("code")
    name = row.text("name")
    cityCode = row.text("city_code")
    self.kind = kind
    noteZH = row.text("note_zh")
    noteEN = row.text("note_en")
  }
}
