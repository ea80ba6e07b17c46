/// Why no tour can be planned, and what to do.
public enum TourError: Error, Sendable, Hashable, CustomStringConvertible {
  /// None of the cities has a target.
  case noEvidence
  /// There are fewer teams than groups.
  case teams(found: Int, needed: Int)
  /// A setting that no tour can be made with.
  case setting(String)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .noEvidence:
      "no target is known in these cities at that moment: import sites and evidence there, or name "
        + "other cities; in the Yangtze delta a site counts by its county_code"
    case .teams(let found, let needed):
      "\(needed) groups need as many teams, and \(found) can be taken: import teams, or name them "
        + "with --teams"
    case .setting(let what): what
    }
  }
}
