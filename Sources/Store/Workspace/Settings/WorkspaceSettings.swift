internal import CampaignData
internal import Foundation
public import Inspection

/// The settings in force: command line, environment, `hotspot.yaml` and defaults, in this order.
public struct WorkspaceSettings: Sendable, Hashable {
  /// Values by key, one for every setting there is.
  private var values: [String: SettingValue] = [:]

  /// The defaults of `Data/tables/settings.csv`.
  public init() {
    for setting in CampaignData.settings.all {
      values[setting.key] = SettingValue(default: setting)
    }
  }

  /// What a file, the environment and the command line say, over the defaults.
  ///
  /// Throws `StoreError.settings` for a key that there is not, with the nearest that there is, and
  /// for a value of the wrong type or out of range, naming file, line, key, found and expected.
  /// - Parameters:
  ///   - file: the path of `hotspot.yaml`.
  ///   - environment: variables; `HOTSPOT_DAILY_VISITS` sets `daily_visits`.
  ///   - flags: settings of the command line by key.
  public init(
    file: String, environment: [String: String] = [:], flags: [String: String] = [:]
  ) throws {
    self.init()
    for entry in try SettingsFile.entries(of: file) { try set(entry) }
    for setting in CampaignData.settings.all {
      let variable = "HOTSPOT_" + setting.key.uppercased()
      guard let text = environment[variable] else { continue }
      try set(
        SettingEntry(key: setting.key, texts: .one(text), file: "environment", name: variable))
    }
    for (key, text) in flags.sorted(by: { $0.key < $1.key }) {
      let option = "--" + key.replacing("_", with: "-")
      try set(SettingEntry(key: key, texts: .one(text), file: "command line", name: option))
    }
  }

  private mutating func set(_ entry: SettingEntry) throws(StoreError) {
    guard let setting = CampaignData.settings[entry.key] else { throw entry.unknownKey() }
    values[entry.key] = try entry.value(of: setting)
  }

  /// A whole number; 0 for a key that is none.
  public func integer(_ key: String) -> Int {
    if case .integer(let number)? = values[key] { return number }
    return 0
  }

  /// A number; 0 for a key that is none.
  public func real(_ key: String) -> Double {
    switch values[key] {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: 0
    }
  }

  /// Seconds after midnight; 0 for a key that is no time of day.
  public func secondOfDay(_ key: String) -> Int {
    if case .time(let seconds)? = values[key] { return seconds }
    return 0
  }

  /// Several texts; none for a key that is no list.
  public func list(_ key: String) -> [String] {
    if case .list(let texts)? = values[key] { return texts }
    return []
  }

  /// A text; empty for a key that is none.
  public func text(_ key: String) -> String {
    if case .text(let text)? = values[key] { return text }
    return ""
  }

  /// How much of the visits verification may take.
  public var recheckRules: RecheckRules {
    RecheckRules(
      share: real("recheck_share"), complaints: integer("recheck_complaints"),
      complaintDays: integer("recheck_complaint_days"))
  }

  /// What a planner may set.
  public var planSettings: PlanSettings {
    PlanSettings(
      dailyVisits: integer("daily_visits"), handoverVisits: integer("handover_visits"),
      serviceMinutes: integer("service_minutes"), dayHours: real("day_hours"),
      dayStart: secondOfDay("day_start"), speedKMH: real("speed_kmh"), detour: real("detour"),
      seed: UInt64(integer("seed")), iterations: integer("iterations"),
      stability: real("stability"),
      randomShare: real("random_share"), localShare: real("local_share"),
      rechecks: recheckRules)
  }
}

/// The value of a setting.
enum SettingValue: Sendable, Hashable {
  /// A whole number.
  case integer(Int)
  /// A number.
  case real(Double)
  /// Seconds after midnight.
  case time(Int)
  /// Several texts.
  case list([String])
  /// One text.
  case text(String)

  /// The default of a setting; nil where the table holds none of its type.
  init?(default setting: Setting) {
    let value: SettingValue? =
      switch setting.kind {
      case .integer: setting.integer.map { .integer($0) }
      case .real: setting.real.map { .real($0) }
      case .time: setting.secondOfDay.map { .time($0) }
      case .list: setting.list.map { .list($0) }
      case .text: .text(setting.value)
      }
    guard let value else { return nil }
    self = value
  }
}
