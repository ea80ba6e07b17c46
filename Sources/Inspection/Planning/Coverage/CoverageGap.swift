/// Why a township cannot be covered in a round.
public enum CoverageGap: String, Sendable, Hashable, CaseIterable {
  /// No team has its county.
  case noTeam = "no_team"
  /// The round's phase has no standing teams in its region.
  case outsidePhase = "outside_phase"
  /// Its team cannot work (out, no base, no visits), and its city has no other.
  case teamOut = "team_out"
  /// Even alone, the way there and back is longer than a day.
  case tooFar = "too_far"
  /// The team's visits or hours do not suffice for all its townships.
  case capacity

  /// In Chinese.
  public var zh: String {
    switch self {
    case .noTeam: "没有督查组负责"
    case .outsidePhase: "本阶段不在督查范围"
    case .teamOut: "负责的督查组无法工作"
    case .tooFar: "往返超过一天"
    case .capacity: "督查组能力不足"
    }
  }

  /// In English.
  public var en: String {
    switch self {
    case .noTeam: "no team has its county"
    case .outsidePhase: "the phase has no standing teams there"
    case .teamOut: "its team cannot work and the city has no other"
    case .tooFar: "the way there and back is longer than a day"
    case .capacity: "the team's visits or hours do not suffice"
    }
  }
}
