import CampaignData
import Geo
import Testing

@testable import Inspection

/// What stands against an edited list: on Monday of a small round of one team.
@Suite struct EditReviewTests {
  private let monday: CalendarDate
  private var campaign = MiniCampaign()
  private let plan: EarlierPlan

  init() throws {
    monday = try #require(CalendarDate("2018-12-24"))
    plan = EarlierPlan(try campaign.roundPlan(), facts: campaign.facts)
  }

  private var before: [EarlierPlan.Stop] { plan.stops.filter { $0.day == monday } }

  private var rows: [EditedStop] {
    before.enumerated().map { row, stop in
      EditedStop(
        row: row + 2, team: stop.team, order: stop.order, target: stop.target, name: stop.name,
        position: stop.position ?? Coordinate(0, 0), township: stop.township)
    }
  }

  private func review(
    _ rows: [EditedStop], _ base: EarlierPlan? = nil, current: EarlierPlan? = nil,
    reason: String = ""
  ) throws -> EditReview {
    let base = base ?? plan
    let before = base.stops.filter { $0.day == monday }
    return try EditReview(
      EditedDay(day: monday, before: before, rows: rows), base: base, current: current ?? base,
      snapshot: campaign.snapshot(), settings: MiniCampaign.settings, reason: reason)
  }

  @Test func `a list as it was has no conflict and no day to measure`() throws {
    let found = try review(rows)
    #expect(found.conflicts.isEmpty && found.days.isEmpty)
  }

  @Test func `a township whose only stop of the round is taken out is left out`() throws {
    // The round's plan without the other stops of one of Monday's townships.
    var alone = plan
    let township = try #require(before.first?.township)
    alone.stops.removeAll { $0.township == township && $0.target != before.first?.target }
    let rows = rows.filter { row in alone.stops.contains { $0.target == row.target } }
    #expect(
      try review(Array(rows.dropFirst()), alone).conflicts.map(\.cause)
        == [.townshipLeftOut(township)])
    // Another of its sites instead is no conflict.
    var other = rows[0]
    other.target = "S-other"
    #expect(try review(Array(rows.dropFirst()) + [other], alone).conflicts.isEmpty)
  }

  @Test func `a township visited in the round already is not left out`() throws {
    var visited = self
    let stop = try #require(before.first)
    visited.campaign.facts.visits = [
      Visit(
        id: "V1", siteID: stop.target, teamID: "T1", round: 14,
        visitedAt: Moment(monday, hour: 9), outcome: "none", knownAt: MiniCampaign.known)
    ]
    var alone = plan
    alone.stops.removeAll { $0.township == stop.township && $0.target != stop.target }
    let rows = rows.filter { row in alone.stops.contains { $0.target == row.target } }
    #expect(try visited.review(Array(rows.dropFirst()), alone).conflicts.isEmpty)
    // And adding what was visited is told.
    let none = EarlierPlan(
      id: alone.id, round: 14, madeAsOf: alone.madeAsOf, firstDay: monday,
      stops: alone.stops.filter { $0.target != stop.target })
    #expect(try visited.review(rows, none).conflicts.map(\.cause) == [.visited])
  }

  @Test func `a day too long and with too many visits is told by both`() throws {
    let far = (0..<6).map { number in
      EditedStop(
        row: 50 + number, team: "T1", order: 90, target: "F\(number)", name: "远",
        position: Coordinate(number % 2 == 0 ? 113.5 : 115.6, 38), township: nil)
    }
    let found = try review(rows + far)
    let day = try #require(found.days.first)
    // The hand-over Monday has eight visits.
    #expect(day.mostStops == 8 && day.stops == rows.count + 6)
    #expect(day.longest == 36_000 && day.seconds > 36_000 && day.secondsBefore <= 36_000)
    #expect(
      Set(found.conflicts.map(\.cause))
        == [
          .tooLong(seconds: day.seconds, limit: 36_000), .tooMany(visits: day.stops, limit: 8),
        ])
  }

  @Test func `the time of a day is that of the planner`() throws {
    let made = try campaign.roundPlan()
    let planned = try #require(made.teamDays.first { $0.date == monday })
    var rows = rows
    rows[0].isDropped = true
    let day = try #require(try review(rows).days.first)
    #expect(abs(day.secondsBefore - planned.duration) <= planned.stops.count + 1)
    #expect(day.seconds < day.secondsBefore)
  }

  @Test func `a site drawn by lot is not taken out in silence`() throws {
    var drawn = plan
    let place = try #require(drawn.stops.firstIndex { $0.day == monday })
    drawn.stops[place].basis = .random
    // Its township keeps another stop.
    var second = drawn.stops[place]
    (second.target, second.day, second.basis) = ("S-second", monday + 1, .risk)
    drawn.stops.append(second)
    let target = drawn.stops[place].target
    var rows = rows.filter { $0.target != target }
    let silent = try review(rows, drawn).conflicts
    #expect(silent.map(\.cause) == [.drawnWithoutReason] && silent.allSatisfy(\.isInTheWay))
    #expect(try review(rows, drawn, reason: "搬迁").conflicts.map(\.cause) == [.drawn])
    var marked = try #require(self.rows.first { $0.target == target })
    (marked.isDropped, marked.note) = (true, "搬迁")
    rows.append(marked)
    let told = try review(rows, drawn).conflicts
    #expect(told.map(\.cause) == [.drawn] && !told.contains(where: \.isInTheWay))
  }

  @Test func `where plan and list changed the same stop, the plan of now is told`() throws {
    var current = plan
    current.id = "R14-now"
    let moved = try #require(before.first)
    let index = try #require(current.stops.firstIndex { $0.target == moved.target })
    current.stops[index].team = "T9"
    var rows = rows
    let place = try #require(rows.firstIndex { $0.target == moved.target })
    rows[place].team = "T2"
    rows[place == 0 ? 1 : 0].isDropped = true
    let conflicts = try review(rows, current: current).conflicts.filter { $0.word == "remade" }
    // The stop that the plan of now has as before is no conflict, though it was taken out.
    #expect(conflicts.map(\.cause) == [.remade(now: current.stops[index])])
    // Nor is one that the plan of now has as wanted.
    current.stops[index].team = "T2"
    #expect(
      try review(rows, current: current).conflicts.allSatisfy { $0.word != "remade" })
  }
}
