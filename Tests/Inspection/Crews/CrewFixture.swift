import CampaignData
import Geo

@testable import Inspection

/// Invented teams and people by the dozen.
struct CrewFixture {
  var teams: [Team] = []
  var people: [Person] = []
  let rules: CrewRules
  let moment = Moment(CalendarDate(daysSince1970: 17_600), hour: 9)

  init() {
    rules = CrewRules(
      integer: { CampaignData.settings[$0]?.integer ?? 0 },
      list: { CampaignData.settings[$0]?.list ?? [] },
      text: { CampaignData.settings[$0]?.value ?? "" })
  }

  /// Adds teams of an inspected city, the first its centre team.
  mutating func addTeams(_ count: Int, in city: String) {
    for number in 1...count {
      teams.append(
        Team(
          id: "\(city)-\(number)", name: "\(city)第\(number)组", cityCode: city, countyCodes: [],
          isCentre: number == 1, base: Coordinate(114, 38), knownAt: moment))
    }
  }

  /// Adds people of a sending city; the first `leaders` are recommended, the last `ranked` of
  /// division rank.
  mutating func addPeople(
    _ count: Int, from province: String, _ city: String, leaders: Int = 0, ranked: Int = 0,
    round: Int? = nil, industries: [String] = []
  ) {
    for number in 0..<count {
      people.append(
        Person(
          id: "\(province)-\(city)-\(number + 100)", round: round, province: province, city: city,
          name: "\(city)\(number)", employer: "\(city)市环保局",
          position: number >= count - ranked ? "副处长" : "科员", industries: industries,
          isPartyMember: true, licence: "L\(number)", phone: "13000000000",
          isLeaderRecommended: number < leaders, knownAt: moment))
    }
  }

  /// The same with somebody changed.
  mutating func change(_ index: Int, _ change: (inout Person) -> Void) {
    change(&people[index])
  }

  /// The pool.
  var candidates: [CrewCandidate] { CrewCandidate.all(of: people) }

  /// A planner over all of it.
  func planner(crews: [CrewMember] = [], seed: UInt64 = 1) -> CrewPlanner {
    CrewPlanner(
      teams: teams, people: candidates, crews: crews, shares: [:], rules: rules, seed: seed)
  }

  /// What the check finds.
  func contradictions(_ crews: [CrewMember]) -> [CrewContradiction] {
    CrewCheck.contradictions(in: crews, people: candidates, teams: teams, rules: rules)
  }
}
