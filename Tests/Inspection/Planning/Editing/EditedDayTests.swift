import CampaignData
import Geo
import Testing

@testable import Inspection

/// A day's list as edited, against the plan that it was made from.
@Suite struct EditedDayTests {
  private let day: CalendarDate
  private let before: [EarlierPlan.Stop]

  init() throws {
    let day = try #require(CalendarDate("2018-12-24"))
    self.day = day
    before = (0..<6).map { number in
      EarlierPlan.Stop(
        team: number < 4 ? "T1" : "T2", day: day, order: number % 4 + 1, target: "S\(number)",
        name: "厂\(number)", position: Coordinate(114.5 + 0.01 * Double(number), 38),
        township: "13010210\(number)", basis: .risk, chance: 0.1)
    }
  }

  private var rows: [EditedStop] {
    before.enumerated().map { row, stop in
      EditedStop(
        row: row + 2, team: stop.team, order: stop.order, target: stop.target, name: stop.name,
        position: stop.position ?? Coordinate(0, 0), township: stop.township)
    }
  }

  private func edits(_ rows: [EditedStop]) -> [PlanEdit] {
    EditedDay(day: day, before: before, rows: rows).edits
  }

  @Test func `a list as it was has no edits, in whatever order its rows stand`() {
    #expect(edits(rows).isEmpty)
    #expect(edits(rows.reversed()).isEmpty)
  }

  @Test func `a row that is gone and one that is marked are taken out`() {
    var rows = rows
    rows[1].isDropped = true
    rows[1].note = "停产"
    rows.remove(at: 4)
    let found = edits(rows)
    #expect(found.map(\.kind) == [.drop, .drop])
    #expect(found.map(\.target) == ["S1", "S4"])
    #expect(found.map(\.row) == [3, nil])
    #expect(found.map(\.note) == ["停产", ""])
  }

  @Test func `a stop given to another team stands in its list, and nothing else is reordered`() {
    var rows = rows
    rows[0].team = "T2"
    let edited = EditedDay(day: day, before: before, rows: rows)
    #expect(edited.edits.map(\.kind) == [.move])
    #expect(edited.edits.first?.before?.team == "T1")
    #expect(edited.lists["T2"]?.map(\.target) == ["S0", "S4", "S5"])
    #expect(edited.changedTeams == ["T1", "T2"])
  }

  @Test func `two stops that change places are two in another order`() {
    var rows = rows
    (rows[1].order, rows[2].order) = (rows[2].order, rows[1].order)
    let found = edits(rows)
    #expect(found.map(\.kind) == [.order, .order])
    #expect(found.map(\.target) == ["S2", "S1"])
    #expect(found.map(\.order) == [2, 3])
  }

  @Test func `what the plan does not have is added, last without a place`() {
    let added = EditedStop(
      row: 9, team: "T1", order: nil, target: "S9", name: "厂9", position: Coordinate(114.5, 38),
      township: nil, note: "群众反映")
    let found = edits(rows + [added])
    #expect(found.map(\.kind) == [.add])
    #expect(found.first?.order == 5)
    let told = EditedDay(day: day, before: before, rows: rows + [added]).disruptions()
    #expect(told.tasks.map(\.team) == ["T1"])
    #expect(told.tasks.map(\.note) == ["群众反映"])
  }

  @Test func `a plan is told what is taken out and moved, with a reason where a row has none`() {
    var rows = rows
    rows[0].isDropped = true
    rows[5].team = "T1"
    let told = EditedDay(day: day, before: before, rows: rows).disruptions(reason: "塌方")
    #expect(told.removals == [.init(target: "S0", day: day, note: "塌方")])
    #expect(told.tasks == [ManualTask(site: "S5", note: "塌方", day: day, team: "T1")])
  }
}
