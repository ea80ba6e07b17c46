import CampaignData
import Testing

@testable import Inspection

@Suite struct TeamSendersTests {
  private let moment = Moment(CalendarDate(daysSince1970: 17_800))

  private func senders(_ members: [(team: String, from: (String, String)?)]) -> TeamSenders {
    TeamSenders(
      crews: members.indices.map {
        CrewMember(
          round: 13, teamID: members[$0].team, personID: "P\($0)", role: "member", knownAt: moment)
      },
      people: members.indices.map {
        Person(
          id: "P\($0)", province: members[$0].from?.0, city: members[$0].from?.1, name: "n",
          isMinistry: members[$0].from == nil, knownAt: moment)
      })
  }

  @Test func `most members decide, the ministry's do not count`() {
    let senders = senders([
      ("T1", ("江苏", "南京")), ("T1", ("江苏", "南京")), ("T1", ("浙江", "杭州")), ("T2", nil),
      ("T2", nil), ("T2", ("四川", "成都")),
    ])
    #expect(senders.places(ofTeam: "T1", round: 13).map(\.city) == ["南京"])
    #expect(senders.places(ofTeam: "T2", round: 13).map(\.city) == ["成都"])
    #expect(senders.places(ofTeam: "T1", round: 12).isEmpty)
  }

  @Test func `equal places share a team's work, and nothing is lost`() {
    let senders = senders([("T1", ("江苏", "南京")), ("T1", ("浙江", "杭州")), ("T2", nil)])
    var work = UnitWork(key: "T1")
    work.visits = 9
    work.points = 3
    let accounts = senders.accounts(of: [work, UnitWork(key: "T2")], round: 13)
    #expect(accounts.map(\.visits) == [4.5, 4.5] && accounts.map(\.points) == [1.5, 1.5])
    #expect(accounts.map { SendingPlace(key: $0.key).province } == ["江苏", "浙江"])
  }
}
