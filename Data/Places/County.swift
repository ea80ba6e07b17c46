/// A county 县(市、区) of August 2018.
public struct County: Sendable, Hashable {
  /// Six-digit code, GB/T 2260.
  public let code: String
  /// Chinese name.
  public let name: String
  /// The inspected city that the plan puts it in.
  public let cityCode: String

  init?(_ row: EmbeddedRow) {
    guard row.text("code").utf8.count == 6, row.text("city_code").utf8.count == 6 else {
      return nil
    }
    code = row.text("code")
    name = row.text("name")
    cityCode = row.text("city_code")
  }
}
