internal import CampaignData

/// What the plan asks of crews, as numbers: the plan of 2018, section 7, and what breaking its softer
/// wishes costs.
public struct CrewRules: Sendable, Hashable {
  /// People of a team, section 7.1.
  public var teamSize: Int
  /// Local officers of a team at least, section 7.1.
  public var minimumLocals: Int
  /// People of a team from the ministry at most, section 7.1.
  public var maximumMinistry: Int
  /// Further people of a centre team, of division rank or above, section 7.1.
  public var centreExtra: Int
  /// Party members from which a team forms a branch, section 9.7.
  public var branchSize: Int
  /// The day by which the next month's names are due, section 7.3.
  public var namesDueDay: Int
  /// The provinces that send nobody for now, in short, section 7.1.
  public var barredProvinces: Set<String>
  /// What breaking a wish costs, in points.
  public var weights: CrewWeights
  /// Passes of the search at most; 0: none.
  public var searchPasses: Int
  /// Exchanges tried at random for each seat; 0: none.
  public var trialsPerSeat: Int
  /// From what the search starts.
  public var start: Start

  /// From what a search starts; both were measured, see docs/decisions/0019-crews.md.
  public enum Start: String, Sendable, Hashable, CaseIterable {
    /// Trios of one sending city, given to inspected cities.
    case trios
    /// People one by one, given to inspected cities at the least cost.
    case people
  }

  /// Rules from settings: whole numbers and lists by key.
  ///
  /// - Parameters:
  ///   - integer: the value of a whole number, as in `team_size`.
  ///   - list: the texts of a list, as in `barred_provinces`.
  ///   - text: a text, as in `crew_start`.
  public init(
    integer: (String) -> Int, list: (String) -> [String], text: (String) -> String
  ) {
    teamSize = integer("team_size")
    minimumLocals = integer("minimum_locals")
    maximumMinistry = integer("maximum_ministry")
    centreExtra = integer("centre_extra")
    branchSize = integer("branch_size")
    namesDueDay = integer("names_due_day")
    barredProvinces = Set(list("barred_provinces").map(PlaceOfOrigin.province))
    weights = CrewWeights(
      otherCity: integer("crew_city_weight"), otherProvince: integer("crew_province_weight"),
      spread: integer("crew_spread_weight"), skill: integer("crew_skill_weight"),
      person: integer("crew_person_weight"), sender: integer("crew_sender_weight"))
    searchPasses = integer("crew_search_passes")
    trialsPerSeat = integer("crew_trials")
    start = Start(rawValue: text("crew_start")) ?? .trios
  }
}
