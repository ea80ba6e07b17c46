import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct TeamAreasTests {
  private func team(_ id: String, counties: [String], x: Double, y: Double) -> Team {
    Team(
      id: id, name: id, cityCode: "130100", countyCodes: counties, base: Coordinate(x, y),
      knownAt: MiniCampaign.known)
  }

  @Test func `two teams of one county share its townships equally, each the nearer ones`() {
    let townships = MiniCampaign().facts.townships
    let areas = TeamAreas(
      teams: [
        team("A", counties: ["130102"], x: 114.4, y: 38),
        team("B", counties: ["130102"], x: 114.7, y: 38),
      ], townships: townships)
    #expect(areas.townshipsOfTeam.map(\.count) == [6, 6])
    #expect(areas.teamOfTownship[0] == 0)
    #expect(areas.teamOfTownship[3] == 1)
  }

  @Test func `a team without counties gets what nobody else was given`() {
    var townships = MiniCampaign().facts.townships
    for index in 0..<4 { townships[index].countyCode = "130104" }
    let areas = TeamAreas(
      teams: [
        team("A", counties: ["130102"], x: 114.5, y: 38), team("B", counties: [], x: 114.5, y: 38),
      ],
      townships: townships)
    #expect(areas.townshipsOfTeam[1] == [0, 1, 2, 3])
    #expect(areas.townshipsOfTeam[0].count == 8)
  }

  @Test func `a team with a county of 2018 has the same county under its later code`() {
    var townships = MiniCampaign().facts.townships
    for index in 0..<4 { townships[index].countyCode = "130284" }
    for index in 4..<8 { townships[index].countyCode = "140403" }
    let areas = TeamAreas(
      teams: [
        team("A", counties: ["130223"], x: 114.5, y: 38),
        team("B", counties: ["140402"], x: 114.5, y: 38),
      ], townships: townships)
    #expect(areas.townshipsOfTeam == [[0, 1, 2, 3], [4, 5, 6, 7]])
  }

  @Test func `every township has exactly one team`() {
    let townships = MiniCampaign(columns: 9, rows: 7).facts.townships
    let areas = TeamAreas(
      teams: (0..<5).map {
        team("T\($0)", counties: ["130102"], x: 114.4 + 0.1 * Double($0), y: 38)
      }, townships: townships)
    #expect(areas.townshipsOfTeam.joined().sorted() == Array(townships.indices))
    #expect(areas.townshipsOfTeam.allSatisfy { $0.count >= 12 && $0.count <= 13 })
  }
}
