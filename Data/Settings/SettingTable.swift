/// The defaults of all settings.
public struct SettingTable: Sendable {
  /// All settings, in the order in which `hotspot.yaml` shows them.
  public let all: [Setting]

  private let positions: [String: Int]

  init(_ settings: [Setting]) {
    all = settings
    var positions: [String: Int] = [:]
    for (index, setting) in settings.enumerated() { positions[setting.key] = index }
    self.positions = positions
  }

  /// The setting with a key.
  public subscript(_ key: String) -> Setting? {
    positions[key].map { all[$0] }
  }

  /// The default of a whole number; nil for other kinds and unknown keys.
  public func integer(_ key: String) -> Int? { self[key]?.integer }

  /// The default of a number; nil for other kinds and unknown keys.
  public func real(_ key: String) -> Double? { self[key]?.real }

  /// The default of a time of day in seconds after midnight; nil for other kinds and unknown keys.
  public func secondOfDay(_ key: String) -> Int? { self[key]?.secondOfDay }

  /// The default of a list; nil for other kinds and unknown keys.
  public func list(_ key: String) -> [String]? { self[key]?.list }
}
