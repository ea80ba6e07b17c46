/// What can be wrong in a site's use of electricity, each a rule in a file of its own.
public enum PowerRule: UInt8, Sendable, Hashable, CaseIterable {
  case treatmentOff, treatmentIdle, treatmentRatio
  case orderedStop, movedToNight, overLimit
  case disconnected, frozen, offline
  case nightUse, negativeCorrelation
  case bannedRunning, hiddenIndustrial

  /// Changes whenever a rule finds something else in the same readings.
  public static let version = "2"

  /// Its word in the vocabulary `power_rule`; the weight of the evidence is `power_` and this.
  public var key: String {
    switch self {
    case .treatmentOff: "treatment_off"
    case .treatmentIdle: "treatment_idle"
    case .treatmentRatio: "treatment_ratio"
    case .orderedStop: "ordered_stop"
    case .movedToNight: "moved_to_night"
    case .overLimit: "over_limit"
    case .disconnected: "disconnected"
    case .frozen: "frozen"
    case .offline: "offline"
    case .nightUse: "night_use"
    case .negativeCorrelation: "negative_correlation"
    case .bannedRunning: "banned_running"
    case .hiddenIndustrial: "hidden_industrial"
    }
  }

  /// The rule that a word of the vocabulary names.
  public init?(key: String) {
    guard let rule = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = rule
  }
}
