public import CampaignData

/// Where a problem stands on its way from the report to the verification (vocabulary
/// `problem_state`).
///
/// That a deadline has passed is no state: it follows from the deadline and the day.
public enum ProblemState: String, Sendable, Hashable, CaseIterable {
  /// Reported by a team.
  case open
  /// Accepted by the office.
  case reviewed
  /// Given back to the team.
  case returned
  /// Handed over to the local government, with a deadline.
  case handedOver = "handed_over"
  /// Put right, as the city says.
  case rectified
  /// Put right, as a team saw.
  case verified
  /// Not put right, or only in part, as a team saw.
  case notVerified = "not_verified"
  /// None after all, as a team saw.
  case dismissed
  /// Back after it had been put right.
  case recurred

  /// The state that a stored word means: nobody's word is a report; `overdue`, a city's word, is a
  /// problem handed over. Nil for a word of no state.
  public init?(stored word: String?) {
    guard let word, !word.isEmpty else {
      self = .open
      return
    }
    guard let state = word == "overdue" ? .handedOver : Self(rawValue: word) else { return nil }
    self = state
  }

  /// The state that a verification leads to; nil for a result that is no word of `recheck_result`.
  public init?(result: String) {
    switch result {
    case "done": self = .verified
    case "partly", "not_done": self = .notVerified
    case "false": self = .dismissed
    case "recurred": self = .recurred
    default: return nil
    }
  }

  /// True while the local government still owes something or the office has not handed it over.
  public var isOpen: Bool { self != .verified && self != .dismissed }

  /// True from the hand-over until a verification settles it.
  public var isOwed: Bool {
    switch self {
    case .handedOver, .rectified, .notVerified, .recurred: true
    case .open, .reviewed, .returned, .verified, .dismissed: false
    }
  }

  /// The states that may follow, in the order of `problem_transitions.csv`.
  public var successors: [ProblemState] {
    CampaignData.problemTransitions.filter { $0.from == rawValue }
      .compactMap { ProblemState(rawValue: $0.to) }
  }

  /// True if a state may follow.
  public func mayBecome(_ next: ProblemState) -> Bool { transition(to: next) != nil }

  /// The step to a state; nil if there is none.
  public func transition(to next: ProblemState) -> ProblemTransition? {
    CampaignData.problemTransitions.first { $0.from == rawValue && $0.to == next.rawValue }
  }
}
