/// The weights by which targeting turns evidence into a chance.
///
/// They add up in log-odds over the campaign's base rate: a place with the base rate of 5.8 % and
/// evidence of 0.7 has odds twice as high, 11 %.
public struct EvidenceWeights: Sendable {
  /// All weights, in the order of the table.
  public let all: [EvidenceWeight]

  private let positions: [String: Int]

  init(_ weights: [EvidenceWeight]) {
    all = weights
    var positions: [String: Int] = [:]
    for (index, weight) in weights.enumerated() { positions[weight.key] = index }
    self.positions = positions
  }

  /// The weight with a key; nil for evidence that has none.
  public subscript(_ key: String) -> EvidenceWeight? {
    positions[key].map { all[$0] }
  }

  /// The value with a key, in its unit; 0 for evidence that has none.
  public func value(_ key: String) -> Double {
    self[key]?.value ?? 0
  }

  /// The factor with a key; 1 where there is none, which changes nothing.
  public func factor(_ key: String) -> Double {
    guard let weight = self[key], weight.unit == .factor else { return 1 }
    return weight.value
  }

  /// Metres around evidence within which a known site makes a search superfluous.
  public var searchRadius: Double { value("search_radius") }

  /// Days after which evidence makes no search target any more.
  public var searchDays: Double { value("search_days") }
}
