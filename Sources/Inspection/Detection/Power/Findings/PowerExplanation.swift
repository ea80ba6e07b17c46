/// A known false alarm: what was found has a cause that is no offence.
public enum PowerExplanation: UInt8, Sendable, Hashable, CaseIterable {
  case plantStopped, ownGeneration, feederOutage, brokenCable

  /// Its word in the vocabulary `power_explanation`.
  public var key: String {
    switch self {
    case .plantStopped: "plant_stopped"
    case .ownGeneration: "own_generation"
    case .feederOutage: "feeder_outage"
    case .brokenCable: "broken_cable"
    }
  }
}
