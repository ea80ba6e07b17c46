/// What a column holds.
public enum ColumnType: String, Sendable, Hashable, CaseIterable {
  /// Words.
  case text
  /// A whole number.
  case integer
  /// A number.
  case real
  /// True or false.
  case boolean
  /// A ``CalendarDate``.
  case date
  /// A ``Moment``.
  case moment
  /// Texts, several.
  case list
  /// Text made of digits and letters that must stay as it is, leading zeros too.
  case code
}
