/// Something known of every inspection before it took place.
public struct Predictor: Sendable {
  /// Values by row.
  public enum Values: Sendable {
    /// Numbers; NaN where missing.
    case numbers([Double])
    /// Indices into names of levels; -1 where missing.
    case categories([Int32], names: [String])
  }

  /// What it is called.
  public var name: String
  /// Its values.
  public var values: Values

  /// Makes a predictor.
  public init(name: String, values: Values) {
    self.name = name
    self.values = values
  }

  /// Makes a category of texts, its levels sorted by name; empty ones are missing.
  public init(name: String, texts: [String]) {
    let names = Set(texts).subtracting([""]).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(names, names.indices.map(Int32.init)))
    self.init(name: name, values: .categories(texts.map { numbers[$0] ?? -1 }, names: names))
  }
}
