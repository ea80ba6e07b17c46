/// A level of heavy-pollution warnings 预警级别 and what it does.
public struct WarningLevel: Sendable, Hashable {
  /// Key of `warning_level`.
  public let key: String
  /// Whether it turns a team's day to the emergency list of the city.
  public let turnsToList: Bool

  init?(_ row: EmbeddedRow) {
    guard let turns = row.flag("turns"), !row.text("level").isEmpty else { return nil }
    key = row.text("level")
    turnsToList = turns
  }
}
