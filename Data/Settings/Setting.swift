/// A setting with its default, as `hotspot.yaml` may change it.
public struct Setting: Sendable, Hashable {
  /// What the value is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A whole number.
    case integer
    /// A number.
    case real
    /// A time of day, as in `08:00`.
    case time
    /// Texts, several; in the table with `|` between them.
    case list
    /// One text.
    case text
  }

  /// The part of the program that it belongs to, as in `plan`.
  public let group: String
  /// Its name in `hotspot.yaml`.
  public let key: String
  /// What the value is.
  public let kind: Kind
  /// The default as text.
  public let value: String
  /// The least value allowed; nil where there is no bound.
  public let minimum: Double?
  /// The greatest value allowed; nil where there is no bound.
  public let maximum: Double?
  /// The unit, empty where there is none.
  public let unit: String
  /// What it is, in Chinese.
  public let zh: String
  /// What it is, in English.
  public let en: String
  /// Where the default is from.
  public let source: String

  /// The default as a whole number; nil for other kinds.
  public var integer: Int? { kind == .integer ? Int(value) : nil }

  /// The default as a number; nil for times and lists.
  public var real: Double? { kind == .integer || kind == .real ? Double(value) : nil }

  /// The default as seconds after midnight; nil for other kinds.
  public var secondOfDay: Int? { kind == .time ? Self.secondOfDay(value) : nil }

  /// The default as texts; nil for other kinds.
  public var list: [String]? {
    kind == .list ? value.split(separator: "|").map(String.init) : nil
  }

  /// Seconds after midnight of a time of day such as `8:00` or `22:30`; nil for other texts.
  public static func secondOfDay(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 3600 + minute * 60
  }

  init?(_ row: EmbeddedRow) {
    guard let kind = Kind(rawValue: row.text("type")) else { return nil }
    group = row.text("group")
    key = row.text("key")
    self.kind = kind
    value = row.text("value")
    minimum = row.real("minimum")
    maximum = row.real("maximum")
    unit = row.text("unit")
    zh = row.text("zh")
    en = row.text("en")
    source = row.text("source")
  }
}
