/// A rule that a solution does not meet, and why.
public struct Shortfall: Sendable, Hashable, CustomStringConvertible {
  /// What the rule is about.
  public enum Subject: Sendable, Hashable {
    /// A required site.
    case site(Int)
    /// A group with a minimum of visits.
    case group(Int)
  }

  /// Why a rule is not met.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The group has fewer sites than it asks for.
    case tooFewSites
    /// No shift can reach the site (or enough sites of the group) and return in time.
    case outOfReach
    /// The shifts have too few visits for all that is required.
    case tooFewVisits
    /// It could be visited alone, but not beside what else is required.
    case noTimeLeft
  }

  /// What the rule is about.
  public var subject: Subject
  /// How many visits are missing.
  public var missing: Int
  /// Why they are missing.
  public var reason: Reason

  /// The shortfall in one sentence, and what would help.
  public var description: String {
    let name =
      switch subject {
      case .site(let site): "site \(site)"
      case .group(let group): "group \(group) (\(missing) visits short)"
      }
    return "\(name): \(advice)"
  }

  /// The reason in words, and what would help.
  public var advice: String {
    switch reason {
    case .tooFewSites: "it has too few sites; add candidates or lower its minimum"
    case .outOfReach: "out of reach within a shift; start nearer or lengthen the shift"
    case .tooFewVisits: "more is required than there are visits; add a shift"
    case .noTimeLeft: "no time left beside the other requirements; add a shift"
    }
  }
}
