/// What an invented metered site does: nothing wrong, one kind of violation, or a known false alarm.
public enum MeterScenario: Sendable, Hashable, CaseIterable {
  case clean, compliant
  case treatmentOff, treatmentIdle, treatmentRatio
  case orderedStop, movedToNight, overLimit
  case disconnected, frozen, offline
  case nightUse, negativeCorrelation
  case bannedRunning, hiddenIndustrial
  case plantStopped, ownGeneration, feederOutage, brokenCable
  case household, coldStore

  /// The rule that must find it; nil where none should, or only with an explanation.
  public var rule: PowerRule? {
    switch self {
    case .treatmentOff: .treatmentOff
    case .treatmentIdle: .treatmentIdle
    case .treatmentRatio: .treatmentRatio
    case .orderedStop: .orderedStop
    case .movedToNight: .movedToNight
    case .overLimit: .overLimit
    case .disconnected: .disconnected
    case .frozen: .frozen
    case .offline: .offline
    case .nightUse: .nightUse
    case .negativeCorrelation: .negativeCorrelation
    case .bannedRunning: .bannedRunning
    case .hiddenIndustrial: .hiddenIndustrial
    default: nil
    }
  }

  /// The known false alarm that it is.
  public var explanation: PowerExplanation? {
    switch self {
    case .plantStopped: .plantStopped
    case .ownGeneration: .ownGeneration
    case .feederOutage: .feederOutage
    case .brokenCable: .brokenCable
    default: nil
    }
  }
}
