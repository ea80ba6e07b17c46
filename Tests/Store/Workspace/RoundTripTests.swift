import CampaignData
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct RoundTripTests {
  private let everything = Moment(secondsSince1970: 4_000_000_000)

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `facts of every kind come back as they went in`(seed: UInt64) throws {
    let folder = try WorkspaceFolder()
    let workspace = try folder.workspace()
    var random = RandomFacts(seed: seed)
    let facts = random.facts(40)
    try workspace.write {
      try $0.append(facts, from: "random", importedAt: everything)
    }
    let read = try workspace.facts(asOf: everything)
    #expect(read.counties == facts.counties)
    #expect(read.townships == facts.townships)
    #expect(read.cells == facts.cells)
    #expect(read.cellShares == facts.cellShares)
    #expect(read.sites == facts.sites)
    #expect(read.alerts == facts.alerts)
    #expect(read.complaints == facts.complaints)
    #expect(read.anomalies == facts.anomalies)
    #expect(read.teams == facts.teams)
    #expect(read.visits == facts.visits)
    #expect(read.warnings == facts.warnings)
    #expect(read.orders == facts.orders)
    #expect(read.problems == facts.problems)
    #expect(read.rechecks == facts.rechecks)
    #expect(read.taskPlan == facts.taskPlan.sorted { $0.order < $1.order })
  }

  @Test func `facts as of a moment are those known by then`() throws {
    let folder = try WorkspaceFolder()
    let workspace = try folder.workspace()
    var random = RandomFacts(seed: 9)
    let facts = random.facts(40)
    try workspace.write {
      try $0.append(facts, from: "random", importedAt: everything)
    }
    let moment = Moment(secondsSince1970: 1_538_000_000)
    let read = try workspace.facts(asOf: moment)
    #expect(read.visits == facts.visits.filter { $0.knownAt <= moment })
    #expect(read.counties == facts.counties.filter { $0.knownAt <= moment })
    #expect(!read.visits.isEmpty && read.visits.count < facts.visits.count)
  }

  @Test func `a history stands for the facts as of every moment, whatever was corrected`() throws {
    let folder = try WorkspaceFolder()
    let workspace = try folder.workspace()
    var random = RandomFacts(seed: 4)
    var facts = random.facts(40)
    try workspace.write { try $0.append(facts, from: "random", importedAt: everything) }
    // Corrections, some known before what they correct; the last of equals counts.
    for shift in [86_400, -3_600, 0, 0] as [Int] {
      facts.visits = facts.visits.enumerated().filter { $0.offset % 3 != 0 }.map { _, visit in
        var visit = visit
        visit.knownAt = visit.knownAt.adding(seconds: shift)
        visit.outcome = visit.outcome == "problem" ? "none" : "problem"
        return visit
      }
      var corrected = Facts()
      corrected.visits = facts.visits
      try workspace.write { try $0.append(corrected, from: "random", importedAt: everything) }
    }
    let history = try workspace.history(asOf: everything)
    var moments = history.visits.since + history.visits.since.map { $0 - 1 }
    moments.append(everything.secondsSince1970)
    for moment in Set(moments).map(Moment.init(secondsSince1970:)) {
      let read = try workspace.facts(asOf: moment)
      #expect(
        history.visits.current(at: moment).map { history.visits.facts[$0] } == read.visits)
      #expect(history.sites.current(at: moment).map { history.sites.facts[$0] } == read.sites)
    }
  }

  @Test func `the newest content of a table is told by its hashes`() throws {
    let folder = try WorkspaceFolder()
    let workspace = try folder.workspace()
    let table = try #require(Schema.table(named: "task_plan"))
    func record(_ share: FieldValue, _ seconds: Int64) -> Record {
      Record(
        values: [.text("2018-11"), .text("130100"), .null, .text("dust"), .text(""), share],
        knownAt: Moment(secondsSince1970: seconds))
    }
    let versions = [record(.real(0.5), 200), record(.real(0.25), 100)]
    let hashes = try workspace.write { transaction in
      try transaction.append(versions, to: table, from: "plan.xlsx", importedAt: everything)
      return try transaction.newestHashes(of: table)
    }
    #expect(hashes == ["2018-11|130100||dust|": versions[0].contentHash(in: table)])
    #expect(versions[0].contentHash(in: table) != versions[1].contentHash(in: table))
    #expect(
      record(.real(2), 1).contentHash(in: table) == record(.integer(2), 5).contentHash(in: table))
  }
}
