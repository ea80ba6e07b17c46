import CampaignData

/// How a team comes to be called about 电话通报.
///
/// Source: the plan of 2018, section 10.4: findings clearly few and poor for three days running.
public struct CallSettings: Sendable, Hashable {
  /// The shortest run of days that is looked at, up to the day.
  public var shortest: Int
  /// The longest one; the same as the shortest: only that.
  public var longest: Int
  /// The part of a round's ordinary teams that may be called about without fault.
  public var falseAlarmRate: Double
  /// Teams' rounds that are simulated to find the level that keeps it.
  public var simulated = 20_000
  /// Seed of the simulation.
  public var seed: UInt64 = 1

  /// The settings of the table.
  public init() {
    let table = CampaignData.settings
    shortest = table.integer("low_findings_days") ?? 1
    longest = table.integer("call_longest_days") ?? shortest
    falseAlarmRate = table.real("call_false_alarm_rate") ?? 0
  }
}
