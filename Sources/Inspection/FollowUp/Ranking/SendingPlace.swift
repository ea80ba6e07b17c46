/// A province and city that sends inspectors 派员城市, as written in the table of people.
public struct SendingPlace: Sendable, Hashable, Comparable {
  /// The province.
  public var province: String
  /// The city; empty for a province's own office.
  public var city: String

  /// Names a place.
  public init(province: String, city: String) {
    self.province = province
    self.city = city
  }

  /// Province and city as one word.
  public var key: String { province + "\u{1F}" + city }

  /// The place of a key.
  public init(key: String) {
    let parts = key.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    self.init(province: parts.first ?? "", city: parts.count > 1 ? parts[1] : "")
  }

  /// By province, then by city.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.province, lhs.city) < (rhs.province, rhs.city)
  }
}
