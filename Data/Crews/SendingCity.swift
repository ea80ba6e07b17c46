/// A city, or a district of a municipality, from which inspectors come 派员城市.
public struct SendingCity: Sendable, Hashable {
  /// The province, in short: 江苏.
  public let province: String
  /// The city, in short: 南京.
  public let city: String

  init?(_ row: EmbeddedRow) {
    guard !row.text("province").isEmpty, !row.text("city").isEmpty else { return nil }
    province = row.text("province")
    city = row.text("city")
  }
}
