import CampaignData
import Testing

@testable import Inspection

@Suite struct CrewCheckTests {
  private let fixture: CrewFixture
  private let crew: [CrewMember]

  init() {
    var fixture = CrewFixture()
    fixture.addTeams(1, in: "130100")
    fixture.addTeams(1, in: "610100")
    fixture.addPeople(6, from: "江苏", "南京", leaders: 2, ranked: 2)
    fixture.addPeople(6, from: "广东", "广州", leaders: 2, ranked: 2)
    self.fixture = fixture
    crew = fixture.planner().plan(5...5, knownAt: fixture.moment).rounds[0].members
  }

  private func rules(
    _ crews: [CrewMember], _ change: (inout CrewFixture) -> Void = { _ in }
  ) -> Set<String> {
    var fixture = fixture
    change(&fixture)
    return Set(fixture.contradictions(crews).map(\.rule))
  }

  /// The crew with one seat changed.
  private func changing(_ role: String, _ change: (inout CrewMember) -> Void) -> [CrewMember] {
    var crew = crew
    if let index = crew.firstIndex(where: { $0.role == role }) { change(&crew[index]) }
    return crew
  }

  /// The place in the fixture of who sits in a role.
  private func person(_ role: String) -> Int {
    let id = crew.first { $0.role == role }?.personID
    return fixture.people.firstIndex { $0.id == id } ?? 0
  }

  @Test func `crews made by the rules break none`() {
    #expect(crew.count == 8)
    #expect(rules(crew) == [])
  }

  @Test func `each rule is found`() {
    #expect(rules(Array(crew.dropLast())).contains("size"))
    #expect(rules(crew.filter { $0.teamID != "610100-1" }) == ["size"])
    #expect(rules(changing("leader") { $0.role = "member" }) == ["leader"])
    #expect(rules(changing("centre_leader") { $0.role = "member" }) == ["centre_leader"])
    #expect(rules(changing("member") { $0.personID = "nobody" }).contains("unknown"))
    #expect(rules(changing("member") { $0.teamID = "nowhere" }).contains("unknown"))
    #expect(
      rules(changing("member") { $0.arrivesOn = CalendarDate(daysSince1970: 0) }) == ["dates"])
    let member = person("member")
    #expect(rules(crew) { $0.change(member) { $0.licence = nil } } == ["licence"])
    #expect(rules(crew) { $0.change(member) { $0.province = "河南省" } } == ["barred_province"])
    #expect(
      rules(crew) { $0.change(member) { $0.province = "河北" } }.isSuperset(of: ["barred_province"]))
    #expect(rules(crew) { $0.change(member) { $0.round = 6 } } == ["named_round"])
    let leader = person("leader")
    #expect(rules(crew) { $0.change(leader) { $0.isLeaderRecommended = false } } == ["leader"])
    let centre = person("centre_leader")
    #expect(rules(crew) { $0.change(centre) { $0.position = "科长" } } == ["centre_leader"])
  }

  @Test func `two of the ministry leave too few local officers`() {
    let members = crew.filter { $0.teamID == "130100-1" && $0.role != "centre_leader" }
    let found = rules(crew) { fixture in
      for member in members.prefix(2) {
        guard let index = fixture.people.firstIndex(where: { $0.id == member.personID }) else {
          continue
        }
        fixture.change(index) { $0.isMinistry = true }
      }
    }
    #expect(found.contains("ministry"))
  }

  @Test func `a person in two teams, and in two rounds in a row`() {
    var twice = crew
    let member = crew.first { $0.role == "member" && $0.teamID == "130100-1" }
    if let index = twice.firstIndex(where: { $0.role == "member" && $0.teamID == "610100-1" }),
      let member
    {
      twice[index].personID = member.personID
    }
    #expect(rules(twice) == ["two_teams"])
    let next = crew.map { seat in
      var seat = seat
      seat.round = 6
      return seat
    }
    #expect(rules(crew + next).contains("consecutive"))
  }

  @Test func `names after the 15th of the month before are late`() throws {
    let due = try #require(NamesDue.day(ofRound: 5, rules: fixture.rules))
    #expect(due.description == "2018-07-15")
    let member = person("member")
    #expect(
      rules(crew) {
        $0.change(member) {
          $0.round = 5
          $0.knownAt = Moment(due + 1)
        }
      } == ["late"])
    #expect(
      rules(crew) {
        $0.change(member) {
          $0.round = 5
          $0.knownAt = Moment(due, hour: 23)
        }
      } == [])
  }

  @Test func `every rule that is told stands in the table with its paragraph`() {
    for key in ["size", "locals", "ministry", "leader", "centre_leader", "barred_province"] {
      #expect(CampaignData.crewRule(key)?.source.contains("plan of 2018") == true, "\(key)")
    }
  }
}
