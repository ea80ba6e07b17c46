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

  @Test func `every township has exactly one team, and teams have about as many`() {
    let townships = MiniCampaign(columns: 9, rows: 7).facts.townships
    let areas = TeamAreas(
      teams: (0..<5).map {
        team("T\($0)", counties: ["130102"], x: 114.4 + 0.18 * Double($0), y: 38.1)
      }, townships: townships)
    #expect(areas.townshipsOfTeam.joined().sorted() == Array(townships.indices))
    #expect(areas.townshipsOfTeam.allSatisfy { $0.count >= 11 && $0.count <= 15 })
  }

  @Test(arguments: 0..<20)
  func `areas hang together, wherever bases are`(seed: Int) {
    var random = Shuffled(seed: UInt64(seed))
    let (columns, rows) = (random.below(8) + 4, random.below(8) + 4)
    let townships = MiniCampaign(columns: columns, rows: rows, sites: 0).facts.townships
    let teams = (0..<random.below(5) + 2).map {
      team(
        "T\($0)", counties: [], x: 114.4 + 0.08 * Double(random.below(columns)) + 0.04,
        y: 37.9 + 0.08 * Double(random.below(rows)) + 0.04)
    }
    let sites = townships.indices.map { _ in random.below(60) }
    let areas = TeamAreas(teams: teams, townships: townships, sites: sites)
    #expect(areas.townshipsOfTeam.joined().sorted() == Array(townships.indices))
    for area in areas.townshipsOfTeam {
      #expect(!area.isEmpty && pieces(area, columns: columns) == 1)
    }
  }

  @Test func `teams of one base get areas of their own`() {
    let townships = MiniCampaign(columns: 6, rows: 6).facts.townships
    let areas = TeamAreas(
      teams: (0..<4).map { team("T\($0)", counties: [], x: 114.64, y: 38.14) },
      townships: townships)
    #expect(areas.townshipsOfTeam.allSatisfy { $0.count >= 7 && $0.count <= 11 })
    #expect(areas.townshipsOfTeam.allSatisfy { pieces($0, columns: 6) == 1 })
  }

  @Test func `the ground of a team that cannot work goes to its neighbours, the rest stays`() {
    let townships = MiniCampaign(columns: 9, rows: 2).facts.townships
    let teams = (0..<3).map {
      team("T\($0)", counties: [], x: 114.5 + 0.24 * Double($0), y: 38)
    }
    let before = TeamAreas(teams: teams, townships: townships)
    var held: [Int: Int] = [:]
    for (township, team) in before.teamOfTownship.enumerated() { held[township] = team }
    let after = TeamAreas(teams: teams, townships: townships, unable: [1], held: held)
    #expect(after.townshipsOfTeam[1].isEmpty)
    for (township, team) in before.teamOfTownship.enumerated() where team != 1 {
      #expect(after.teamOfTownship[township] == team)
    }
    #expect(after.townshipsOfTeam[0].count == 9 && after.townshipsOfTeam[2].count == 9)
  }

  @Test func `ground given by hand to a team that cannot work goes to others of the city`() {
    var townships = MiniCampaign().facts.townships
    for index in 0..<4 { townships[index].countyCode = "130104" }
    let teams = [
      team("A", counties: ["130102"], x: 114.5, y: 38),
      team("B", counties: ["130104"], x: 114.5, y: 38),
    ]
    let areas = TeamAreas(teams: teams, townships: townships, unable: [1])
    #expect(areas.townshipsOfTeam[0].count == 12)
    #expect(areas.isAbandoned.prefix(4).allSatisfy { $0 })
    let none = TeamAreas(teams: teams, townships: townships, unable: [0, 1])
    #expect(none.teamOfTownship.allSatisfy { $0 == nil })
  }

  private func pieces(_ area: [Int], columns: Int) -> Int {
    var rest = Set(area)
    var count = 0
    while let start = rest.popFirst() {
      count += 1
      var open = [start]
      while let cell = open.popLast() {
        var beside = [cell - columns, cell + columns]
        if cell % columns > 0 { beside.append(cell - 1) }
        if cell % columns < columns - 1 { beside.append(cell + 1) }
        for next in beside where rest.remove(next) != nil { open.append(next) }
      }
    }
    return count
  }
}

/// A small generator for shapes of tests.
private struct Shuffled {
  var seed: UInt64

  mutating func below(_ count: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((seed >> 33) % UInt64(count))
  }
}
