/// A column of a sheet in the day's workbook.
public struct WorkbookColumn: Sendable, Hashable {
  /// What a column is for.
  public enum Role: String, Sendable, Hashable {
    /// What the plan says.
    case plan
    /// What a team fills in.
    case result
    /// What a planner fills in to change the plan.
    case edit
    /// An identifier, hidden: by it a workbook is known again.
    case id
  }

  /// How a value is shown.
  public enum Format: String, Sendable, Hashable {
    /// Words.
    case text
    /// Words of several lines.
    case long
    /// A whole number.
    case integer
    /// A number with one decimal.
    case decimal
    /// A number from 0 to 1.
    case chance
    /// A day.
    case date
    /// A day and a time.
    case moment
    /// A web address under a word.
    case link
  }

  /// The name that programs use; it never changes.
  public let key: String
  /// What it is for.
  public let role: Role
  /// How its values are shown.
  public let format: Format
  /// The vocabulary that its values are of, if any.
  public let vocabulary: String?
  /// The column of `hotspot import visits` that it brings, if any.
  public let brings: String?
  /// The Chinese heading.
  public let zh: String
  /// The English heading.
  public let en: String
  /// The unit; empty for none.
  public let unit: String
  /// What it means, in Chinese; empty where the heading says it.
  public let descriptionZH: String
  /// What it means, in English; empty where the heading says it.
  public let descriptionEN: String

  /// True if a heading of a file means this column.
  public func matches(heading: String) -> Bool {
    let folded = FoldedText(heading)
    return [zh, en, key].contains { FoldedText($0) == folded }
  }

  /// A column of a table that the program makes, which nobody fills in.
  public init(key: String, format: Format, zh: String, en: String) {
    self.key = key
    role = .plan
    self.format = format
    vocabulary = nil
    brings = nil
    self.zh = zh
    self.en = en
    unit = ""
    descriptionZH = ""
    descriptionEN = ""
  }

  init?(_ row: EmbeddedRow) {
    guard let role = Role(rawValue: row.text("role")),
      let format = Format(rawValue: row.text("format"))
    else { return nil }
    key = row.text("key")
    self.role = role
    self.format = format
    vocabulary = row.optionalText("vocabulary")
    brings = row.optionalText("brings")
    zh = row.text("zh")
    en = row.text("en")
    unit = row.text("unit")
    descriptionZH = row.text("description_zh")
    descriptionEN = row.text("description_en")
  }
}
