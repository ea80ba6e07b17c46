public import CampaignData

/// A team as crews are made for it.
public struct CrewTeam: Sendable, Hashable {
  /// The identifier.
  public let id: String
  /// The name, as in 石家庄1组.
  public let name: String
  /// The inspected city.
  public let cityCode: String
  /// Its province in short.
  public let province: String
  /// Whether the city's centre team.
  public let isCentre: Bool

  /// The teams that are out in a round, by identifier: those of the phase's regions.
  public static func all(
    _ teams: [Team], inRound round: Int, calendar: RoundCalendar = CampaignData.rounds
  ) -> [CrewTeam] {
    let phase = calendar.round(round)?.phase
    let regions = calendar.phases.first { $0.number == phase }?.regions
    return teams.filter { team in
      guard let regions, let city = CampaignData.city(code: team.cityCode) else { return true }
      return regions.contains(city.region)
    }.map(CrewTeam.init).sorted { $0.id < $1.id }
  }

  init(_ team: Team) {
    id = team.id
    name = team.name
    cityCode = team.cityCode
    province = PlaceOfOrigin.province(CampaignData.city(code: team.cityCode)?.province ?? "")
    isCentre = team.isCentre
  }
}
