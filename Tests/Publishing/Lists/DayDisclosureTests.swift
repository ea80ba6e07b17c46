import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Publishing

@Suite struct DayDisclosureTests {
  private let facts = Fixture.facts
  private let day = Fixture.day

  /// The fixture with a second day: team 2 at the site b in township 2, a task put off until then.
  private var plan: Plan {
    var plan = Fixture.plan
    var stop = Fixture.stop("b", order: 1)
    stop.target.name = "明日砖厂"
    stop.target.township = 2
    plan.teamDays.append(
      TeamDay(
        team: 1, date: day + 1, stops: [stop], distance: 1, duration: 1,
        departure: Moment(day + 1, hour: 8)))
    plan.coverage[2].planned = 1
    plan.coverage[2].firstPlanned = day + 1
    plan.coverage[2].team = 1
    plan.coverage[2].gap = nil
    plan.coverage[1].gap = .capacity
    plan.disruptions.tasks = [
      ManualTask(site: "a", note: "今日", day: day), ManualTask(site: "b", note: "改期", day: day),
    ]
    plan.remarks = [.taskMoved(target: "b", to: "2018-12-25"), .overdue(count: 3, covered: 2)]
    return plan
  }

  private func files(isSecret: Bool) throws -> FileBundle {
    let known = isSecret ? DayDisclosure(plan, through: day) : DayDisclosure(all: plan)
    return try PlanFiles.bundle(
      plan, known, facts: facts, day: day, language: .en, paths: [:])
  }

  private func text(_ name: String, in files: FileBundle) throws -> String {
    String(decoding: try #require(files.contents(of: name)), as: UTF8.self)
  }

  @Test func `files of a secret day tell nothing of the next`() throws {
    let secret = try files(isSecret: true)
    let record = try text("plan.json", in: secret)
    #expect(record.contains("今日") && record.contains("3 townships"))
    #expect(!record.contains("改期") && !record.contains("2018-12-25"))
    let rows = try text("coverage.csv", in: secret).split(separator: "\n").map(String.init)
    #expect(rows[1].contains(",t1,") && rows[1].contains(",1,2018-12-24,yes,"))
    #expect(!rows[2].contains("capacity") && !rows[2].contains("t1"))
    #expect(rows[3].contains(",0,,no,,") && !rows[3].contains("t2"))
    let names = ["plan.json", "coverage.csv", "cities.json", "targets.csv", "routes/t2.geojson"]
    for name in names {
      #expect(!(try text(name, in: secret)).contains("明日砖厂"), "\(name)")
    }
    let open = try files(isSecret: false)
    #expect(try text("plan.json", in: open).contains("改期"))
    #expect(try text("coverage.csv", in: open).contains("2018-12-25"))
  }

  @Test func `a plan's identifier is the same in what is disclosed`() throws {
    for isSecret in [true, false] {
      let record = try text("plan.json", in: try files(isSecret: isSecret))
      #expect(PlanRecord.identifier(in: Data(record.utf8)) == plan.identifier)
    }
  }

  @Test func `a team's file names no site that another team visits`() throws {
    // The search of team 1 has the site b nearby, which team 2 visits the next day.
    #expect(Fixture.plan.ownLists(on: day)[0].stops[1].target.nearby.map(\.siteID) == ["b"])
    #expect(plan.ownLists(on: day)[0].stops[1].target.nearby.isEmpty)
    let route = try text("routes/t1.geojson", in: try files(isSecret: false))
    #expect(!route.contains("砖厂") && route.contains("投诉附近"))
  }

  @Test(arguments: 0..<20)
  func `random plans give every team its own stops alone`(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var plan = Fixture.plan
    let names = (0..<12).map { "厂<\($0)>" }
    plan.teamDays = [0, 1].map { team in
      let stops = (0..<4).map { order in
        let site = (order * 2 + team + Int(random.next() % 3) * 8) % 12 / 2 * 2 + team
        var stop = Fixture.stop("site<\(site)>", order: order + 1)
        stop.target.name = names[site]
        stop.target.nearby = (0..<12).map {
          NearbySite(siteID: "site<\($0)>", name: names[$0], distance: 1, bearing: 2)
        }
        return stop
      }
      return TeamDay(
        team: team, date: day + team, stops: stops, distance: 1, duration: 1,
        departure: Moment(day, hour: 8))
    }
    for (team, other) in [(0, 1), (1, 0)] {
      let days = plan.ownLists(on: day + team).filter { $0.team == team }
      let route = RouteDocument.geoJSON(of: try #require(days.first), plan: plan, facts: facts)
      let own = Set(plan.teamDays[team].stops.map(\.target.id))
      for stop in plan.teamDays[other].stops where !own.contains(stop.target.id) {
        #expect(!route.contains(stop.target.id) && !route.contains(stop.target.name))
      }
      #expect(!route.contains(facts.teams[other].name))
    }
  }
}

private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ (mixed >> 27)
  }
}
