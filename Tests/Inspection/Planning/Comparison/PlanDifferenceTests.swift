import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct PlanDifferenceTests {
  private let monday: CalendarDate
  private let known = Moment(secondsSince1970: 0)

  init() throws { monday = try #require(CalendarDate("2018-12-24")) }

  private func stop(
    _ target: String, _ team: String = "T1", day: Int = 1, order: Int = 1,
    basis: Basis = .risk, township: String? = nil, at position: Coordinate? = nil
  ) -> EarlierPlan.Stop {
    EarlierPlan.Stop(
      team: team, day: monday + day, order: order, target: target, position: position,
      township: township, basis: basis, chance: 0.1)
  }

  private func plan(
    _ stops: [EarlierPlan.Stop], from day: Int = 0, inputs: [PlanInput] = []
  ) -> EarlierPlan {
    EarlierPlan(
      id: "R14-\(day)", round: 14, madeAsOf: known, firstDay: monday + day, stops: stops,
      inputs: inputs)
  }

  private func difference(
    _ before: EarlierPlan, _ after: EarlierPlan, visited: Set<String> = [],
    evidence: [String: [String]] = [:]
  ) -> PlanDifference {
    PlanDifference(from: before, to: after, visited: visited) { evidence[$0] ?? [] }
  }

  @Test func `the same plan has no changes`() {
    let one = plan([stop("a"), stop("b", order: 2), stop("c", "T2")])
    let found = difference(one, one)
    #expect(found.changes.isEmpty && found.total.kept == 3)
    #expect(found.teams.keys.sorted() == ["T1", "T2"])
  }

  @Test func `days gone by are counted, not called dropped`() {
    let found = difference(
      plan([stop("a", day: 0), stop("b", day: 0), stop("c")]), plan([stop("c")], from: 1),
      visited: ["a"])
    #expect(found.pastVisited == 1 && found.pastMissed == 1 && found.changes.isEmpty)
  }

  @Test func `each change has its kind and its cause`() throws {
    let closure = PlanInput(
      kind: .closed, subject: "G5", day: monday + 1, note: "0 0,1 0,1 1,0 1,0 0")
    let before = plan([
      stop("missed", day: 0), stop("gone"), stop("closed", order: 2, at: Coordinate(0.5, 0.5)),
      stop("town", order: 3, basis: .coverage, township: "1"), stop("weak", order: 4),
      stop("later", order: 5), stop("handed", "T2"), stop("lost", "T3"),
    ])
    let after = plan(
      [
        stop("missed"), stop("new", order: 2), stop("hand", order: 3, basis: .manual),
        stop("other", order: 4, township: "1"), stop("later", day: 2), stop("handed", day: 3),
      ], from: 1,
      inputs: [
        PlanInput(kind: .out, subject: "T2", day: monday + 1),
        PlanInput(kind: .lost, subject: "T3", day: monday + 1), closure,
      ])
    let found = difference(before, after, visited: ["gone"], evidence: ["new": ["C1", "P2"]])
    let causes = Dictionary(
      uniqueKeysWithValues: found.changes.map {
        ($0.after?.target ?? $0.before?.target ?? "", "\($0.kind) \($0.cause)")
      })
    #expect(
      causes == [
        "missed": "added missed", "new": "added evidence", "hand": "added manual",
        "other": "added chances", "gone": "dropped visited", "closed": "dropped closed",
        "town": "dropped covered", "weak": "dropped chances", "later": "day route",
        "handed": "team teamOut", "lost": "dropped dayLost",
      ])
    let new = try #require(found.changes.first { $0.after?.target == "new" })
    #expect(new.factIDs == ["C1", "P2"])
    #expect(found.total.kept == 0 && found.total.changes[.added] == 4)
  }

  @Test func `an order counts as changed among the stops that both have`() {
    let found = difference(
      plan([stop("a"), stop("b", order: 2), stop("c", order: 3)]),
      plan([stop("new"), stop("a", order: 2), stop("c", order: 3), stop("b", order: 4)]))
    #expect(found.changes.filter { $0.kind == .order }.map { $0.after?.target } == ["b", "c"])
    #expect(found.total.kept == 3)
  }

  @Test func `a task that takes the place of a stop is told as added by hand`() {
    let found = difference(
      plan([stop("a", day: 3)]), plan([stop("a", day: 1, basis: .manual)]))
    #expect(found.changes.map(\.cause) == [.manual] && found.changes.map(\.kind) == [.day])
  }
}
