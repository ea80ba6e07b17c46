import CampaignData
import Testing

@testable import Inspection

@Suite struct CrewPlannerTests {
  /// Two cities of three teams; six sending cities of ten people each.
  private func fixture() -> CrewFixture {
    var fixture = CrewFixture()
    fixture.addTeams(3, in: "130100")
    fixture.addTeams(3, in: "610100")
    for (province, city) in [
      ("江苏", "南京"), ("江苏", "无锡"), ("广东", "广州"), ("广东", "深圳"), ("四川", "成都"), ("四川", "绵阳"),
    ] {
      fixture.addPeople(10, from: province, city, leaders: 3, ranked: 2)
    }
    return fixture
  }

  @Test func `seats are filled by the rules, trios of one city, the dates by the calendar`() throws
  {
    let fixture = fixture()
    let plan = fixture.planner().plan(5...6, knownAt: fixture.moment)
    for round in plan.rounds {
      #expect(round.seats == 20)
      #expect(round.members.count == 20)
      #expect(round.shortages.isEmpty)
      #expect(round.teamsOfOneProvince == 6)
      #expect(round.cost >= round.bound)
    }
    #expect(fixture.contradictions(plan.rounds.flatMap(\.members)) == [])
    let first = try #require(plan.rounds.first?.members.first)
    let round = try #require(CampaignData.rounds.round(5))
    #expect(first.arrivesOn == round.firstDay - 1)
    #expect(first.leavesOn == CampaignData.rounds.round(6).map { $0.firstDay + 1 })
  }

  @Test func `the same seed gives the same crews`() {
    let fixture = fixture()
    let plan = fixture.planner(seed: 3).plan(5...7, knownAt: fixture.moment)
    #expect(plan == fixture.planner(seed: 3).plan(5...7, knownAt: fixture.moment))
    #expect(plan != fixture.planner(seed: 4).plan(5...7, knownAt: fixture.moment))
  }

  @Test func `nobody of a barred province, without a licence or of the round before is sent`() {
    var fixture = fixture()
    fixture.addPeople(20, from: "河南省", "郑州", leaders: 9, ranked: 9)
    for index in 0..<8 { fixture.change(index) { $0.licence = nil } }
    let plan = fixture.planner().plan(5...7, knownAt: fixture.moment)
    let seats = plan.rounds.flatMap(\.members)
    #expect(fixture.contradictions(seats).allSatisfy { $0.rule == "size" || $0.rule == "leader" })
    #expect(!seats.contains { $0.personID.hasPrefix("河南") })
  }

  @Test func `too few of division rank: what stays empty is proven and told with numbers`() throws {
    var fixture = CrewFixture()
    for city in ["130100", "610100", "140100"] { fixture.addTeams(1, in: city) }
    fixture.addPeople(12, from: "江苏", "南京", leaders: 6, ranked: 1)
    fixture.addPeople(3, from: "河南", "郑州", ranked: 3)
    let plan = fixture.planner().plan(5...5, knownAt: fixture.moment)
    let shortage = try #require(plan.rounds[0].shortages.first { $0.rule == "centre_leader" })
    #expect(shortage.missing == 2)
    #expect(shortage.proven == 2)
    #expect(shortage.seats == 3)
    #expect(shortage.people == 1)
    #expect(shortage.others.first { $0.key == "barred_province" }?.count == 3)
    #expect(shortage.en.contains("only 1 people can take 3 seats"))
    #expect(plan.horizons.first { $0.rule == "centre_leader" }?.proven == 2)
  }

  @Test func `over rounds: who serves now rests next, and the bound knows it`() {
    var fixture = CrewFixture()
    fixture.addTeams(2, in: "130100")
    fixture.addPeople(10, from: "江苏", "南京", leaders: 10, ranked: 5)
    let plan = fixture.planner().plan(5...8, knownAt: fixture.moment)
    #expect(plan.rounds.map(\.members.count) == [7, 3, 7, 3])
    let all = plan.horizons.first { $0.rule == "size" }
    #expect(all?.missing == 8)
    #expect(all?.proven == 8)
  }

  @Test func `those named for a round serve in it alone`() {
    var fixture = CrewFixture()
    fixture.addTeams(1, in: "130100")
    fixture.addPeople(5, from: "江苏", "南京", leaders: 2, ranked: 1, round: 5)
    fixture.addPeople(5, from: "江苏", "无锡", leaders: 2, ranked: 1, round: 6)
    let plan = fixture.planner().plan(5...6, knownAt: fixture.moment)
    #expect(plan.rounds[0].members.allSatisfy { $0.personID.contains("南京") })
    #expect(plan.rounds[1].members.allSatisfy { $0.personID.contains("无锡") })
  }

  @Test func `in the first phase only the teams of 2+26 are out`() {
    let fixture = fixture()
    #expect(
      CrewTeam.all(fixture.teams, inRound: 1).map(\.cityCode) == ["130100", "130100", "130100"])
    #expect(CrewTeam.all(fixture.teams, inRound: 5).count == 6)
  }
}
