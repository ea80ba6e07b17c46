import Geo

/// A class of a map's legend: which values it holds, what it is called and its colour.
public struct MapClass: Sendable, Hashable {
  /// The values that belong to a class.
  public enum Values: Sendable, Hashable {
    /// One text.
    case text(String)
    /// One whole number.
    case integer(Int)
    /// Numbers from `lower` up to but without `upper`.
    case range(lower: Double, upper: Double)
    /// Whatever no other class holds, nothing included.
    case others
  }

  /// What belongs to it.
  public var values: Values
  /// Its name in Chinese.
  public var zh: String
  /// Its name in English.
  public var en: String
  /// Its colour.
  public var colour: MapColour

  /// Makes a class.
  public init(_ values: Values, zh: String, en: String, _ colour: MapColour) {
    self.values = values
    self.zh = zh
    self.en = en
    self.colour = colour
  }

  /// Its name.
  public func name(_ language: Language) -> String { language.pick(zh: zh, en: en) }

  /// Its name in both languages, for files that hold one name.
  var bilingual: String { zh == en ? en : "\(zh) \(en)" }

  /// Whether a value belongs to it and to no range or value of another class.
  func holds(_ value: FieldValue) -> Bool {
    switch (values, value) {
    case (.text(let own), .text(let other)): own == other
    case (.text(let own), .integer(let other)): own == String(other)
    case (.integer(let own), .integer(let other)): Int64(own) == other
    case (.integer(let own), .real(let other)): Double(own) == other
    case (.range(let lower, let upper), .real(let number)): lower <= number && number < upper
    case (.range(let lower, let upper), .integer(let number)):
      lower <= Double(number) && Double(number) < upper
    default: false
    }
  }
}
