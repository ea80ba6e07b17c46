import CampaignData

/// Who sent each team of each round: the place that most of its members are from.
///
/// People from the ministry send no team. Where several places are equal the team counts for each of
/// them in equal shares. Source: the plan of 2018, sections 7.1 and 10.2.
public struct TeamSenders: Sendable {
  private struct Key: Hashable {
    let round: Int
    let teamID: String
  }

  private let places: [Key: [SendingPlace]]

  /// Joins seats to people.
  public init(crews: [CrewMember], people: [Person]) {
    let known = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    var counts: [Key: [SendingPlace: Int]] = [:]
    for seat in crews {
      guard let person = known[seat.personID], person.isMinistry != true,
        let province = person.province, !province.isEmpty
      else { continue }
      let place = SendingPlace(province: province, city: person.city ?? "")
      counts[Key(round: seat.round, teamID: seat.teamID), default: [:]][place, default: 0] += 1
    }
    places = counts.mapValues { votes in
      let most = votes.values.max() ?? 0
      return votes.filter { $0.value == most }.keys.sorted()
    }
  }

  /// True if no team's sender is known.
  public var isEmpty: Bool { places.isEmpty }

  /// The senders of a team: several where they are equal, none where nobody knows.
  public func places(ofTeam id: String, round: Int) -> [SendingPlace] {
    places[Key(round: round, teamID: id)] ?? []
  }

  /// What teams did as what their senders did, by province and city; teams without one are left out.
  public func accounts(of teams: [UnitWork], round: Int) -> [UnitWork] {
    var accounts: [SendingPlace: UnitWork] = [:]
    for team in teams {
      let own = places(ofTeam: team.key, round: round)
      for place in own {
        accounts[place, default: UnitWork(key: place.key)]
          .add(team, share: 1 / Double(own.count))
      }
    }
    return accounts.keys.sorted().compactMap { accounts[$0] }
  }
}
