/// Why no plan can be made, and what to do.
public enum PlanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such round.
  case unknownRound(Int)
  /// The day belongs to no round.
  case noRound(String)
  /// There is nobody to plan for.
  case noTeams
  /// There is nothing to cover.
  case noTownships
  /// A team's base is not a place on the globe.
  case noBase(team: String)
  /// A setting that no plan can be made with.
  case setting(String)

  /// The sentence for the user.
  public var description: String {
    switch self {
    case .unknownRound(let number):
      "there is no round \(number): the campaign has rounds 1 to 21"
    case .noRound(let date):
      "\(date) belongs to no round: rounds ran from 2018-06-11 to 2019-04-28, with pauses; "
        + "`hotspot plan round N` plans by number"
    case .noTeams:
      "no team is known at that moment: import them with `hotspot import teams FILE`; what was "
        + "imported later than --as-of counts only with an earlier --known-at"
    case .noTownships:
      "no township is known at that moment: import them with `hotspot import townships FILE`; what "
        + "was imported later than --as-of counts only with an earlier --known-at"
    case .noBase(let team):
      "team \(team) has no base: give its lon and lat in the teams file"
    case .setting(let what):
      what
    }
  }
}
