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
  /// A team that is to be out or to lose a day is not known.
  case unknownTeam(String)
  /// A day of a disruption lies outside of the days planned.
  case outsideRound(String)
  /// Something to be visited is no target, or lies nowhere.
  case unknownTask(String)
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
    case .unknownTeam(let team):
      "there is no team \(team) at that moment: name one of the teams file"
    case .outsideRound(let day):
      "\(day) is none of the days that are planned"
    case .unknownTask(let target):
      "\(target) is no site known at that moment: give its identifier, or a place as LON,LAT"
    case .setting(let what):
      what
    }
  }
}
