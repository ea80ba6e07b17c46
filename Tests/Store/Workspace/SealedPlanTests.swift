import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct SealedPlanTests {
  private let folder: WorkspaceFolder
  private let workspace: Workspace
  private let snapshot: Snapshot
  private let first: CalendarDate
  private let evening: Moment

  init() throws {
    folder = try WorkspaceFolder()
    workspace = try Self.open(try folder.workspace().folder, keys: folder.path(of: "keys"))
    first = try #require(CampaignData.rounds.round(14)).days.lowerBound
    evening = Moment(first - 1, hour: 18)
    var facts = Facts()
    facts.teams = [
      Team(
        id: "T1", name: "一组", cityCode: "130100", countyCodes: [], base: Coordinate(114.5, 38),
        knownAt: evening)
    ]
    snapshot = try Snapshot(asOf: evening, facts: facts)
  }

  private static func open(_ path: String, keys: String) throws -> Workspace {
    try Workspace.open(
      at: path, environment: ["HOTSPOT_KEYS": keys, "HOTSPOT_RELEASE": "06:00"])
  }

  private var plan: Plan {
    let days = first...(first + 2)
    let teamDays = (0...2).map { number in
      let date = first + number
      let stops = (1...3).map { order in
        let target = Target(
          id: "site-\(number)-\(order)", kind: .site, name: "砖厂\(number)\(order)",
          position: Coordinate(114.6, 38.1), township: -1, cellID: order == 1 ? nil : "c",
          chance: 0.25, reasons: [Reason(key: "a", logOdds: 1, zh: "密报", en: "tip-off")])
        return Stop(
          id: "14-\(date)-T1-\(order)", order: order, target: target, basis: .risk,
          arrival: Moment(date, hour: 9, minute: order))
      }
      return TeamDay(
        team: 0, date: date, stops: stops, distance: 1, duration: 2,
        departure: Moment(date, hour: 8))
    }
    var plan = Plan(
      round: 14, days: days, madeAsOf: evening, seedCommitment: "00", settingsHash: "11",
      teamDays: teamDays, coverage: [], isDayPlan: true)
    plan.draw = RoundDraw(
      round: 14, drawnAsOf: evening,
      sites: [DrawnSite(siteID: "lot-7", teamID: "T1", probability: 0.5)])
    plan.disruptions.tasks = [ManualTask(site: "site-0-1", note: "举报人王某", day: first)]
    return plan
  }

  private func sealed(_ now: Moment? = nil) throws -> Workspace {
    let sealing = try #require(try workspace.sealing(asOf: evening, now: now ?? evening))
    try workspace.save(plan, of: snapshot, sealing: sealing)
    return workspace
  }

  private func rows(_ table: String, of workspace: Workspace) throws -> [[FieldValue]] {
    var rows: [[FieldValue]] = []
    let sql = "SELECT * FROM \(table) ORDER BY fid"
    try VectorReader.forEachRow(of: sql, in: workspace.folder + "/workspace.gpkg") {
      rows.append($0.values)
    }
    return rows
  }

  @Test func `a sealed plan leaves no word of it in the workspace`() throws {
    let workspace = try sealed()
    #expect(try rows("stops", of: workspace).isEmpty)
    #expect(try rows("plan_inputs", of: workspace).isEmpty)
    #expect(try rows("sealed_stops", of: workspace).count == 3)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: workspace.folder + "/workspace.gpkg"))
    for word in ["site-0-1", "lot-7", "砖厂", "密报", "tip-off", "举报人", "14-2018-12-24-T1-1"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
    }
  }

  @Test func `a planner reads an earlier plan at any time`() throws {
    let saved = try #require(try sealed().plans().first)
    #expect(try workspace.earlierPlan(saved) == EarlierPlan(plan, facts: snapshot.facts))
  }

  @Test func `a sealed draw is taken over as an open one is`() throws {
    let saved = try #require(try sealed().plans().first)
    let draw = try #require(try workspace.draw(ofRound: 14, asOf: evening))
    #expect(draw.planID == saved.id && draw.drawnAsOf == evening)
    #expect(draw.sites == plan.draw?.sites)
    let next = try workspace.draw(
      ofRound: 14, for: first + 1, asOf: evening.adding(seconds: 1), startingFrom: saved.id)
    #expect(next == draw)
    let anew = try workspace.draw(
      ofRound: 14, for: first + 1, asOf: evening.adding(seconds: 1), startingFrom: nil)
    #expect(anew == draw)
    #expect(
      try workspace.draw(ofRound: 14, for: first, asOf: evening, startingFrom: nil) == nil)
  }

  @Test func `a day's stops are refused before the release and read after it`() throws {
    let workspace = try sealed()
    let release = Moment(first, hour: 6)
    let error = try storeError {
      _ = try workspace.stops(of: first, now: release.adding(seconds: -1))
    }
    #expect(error?.code == .refused)
    #expect(error?.message == "the plan of \(first) is released at \(release)")
    let stops = try workspace.stops(of: first, now: release)
    #expect(stops.map(\.siteID) == ["site-0-1", "site-0-2", "site-0-3"])
    #expect(stops.first?.position == Coordinate(114.6, 38.1))
    #expect(try workspace.stops(of: first, team: "T2", now: release).isEmpty)
    #expect(try storeError { _ = try workspace.stops(of: first + 1, now: release) } != nil)
  }

  @Test func `a release leaves the tables that a plan without secrecy does`() throws {
    let workspace = try sealed()
    let open = try folder.workspace("open")
    try open.save(plan, of: snapshot)
    let released = try workspace.release(where: { _, day, _ in day == first }) { _ in }
    #expect(released.map(\.stops) == [3])
    #expect(try rows("sealed_stops", of: workspace).count == 2)
    #expect(try rows("stops", of: workspace) == Array(try rows("stops", of: open).prefix(3)))
    #expect(try rows("plan_inputs", of: workspace).isEmpty)
    try workspace.release(where: { _, _, _ in true }) { _ in }
    for table in ["stops", "plan_inputs", "plans", "draws"] {
      #expect(try rows(table, of: workspace) == rows(table, of: open))
    }
    #expect(try workspace.release(where: { _, _, _ in true }) { _ in }.isEmpty)
  }

  @Test func `a release whose files fail changes nothing`() throws {
    let workspace = try sealed()
    #expect(throws: CocoaError.self) {
      try workspace.release(where: { _, _, _ in true }) { _ in
        throw CocoaError(.fileWriteOutOfSpace)
      }
    }
    #expect(try rows("stops", of: workspace).isEmpty)
    #expect(try rows("sealed_stops", of: workspace).count == 3)
  }

  @Test func `days past both the facts and the clock are not sealed`() throws {
    // Facts of the evening: the clock alone does not open a day.
    let workspace = try sealed(Moment(first + 9))
    #expect(try rows("sealed_stops", of: workspace).count == 3)
    let sealing = try #require(
      try workspace.sealing(asOf: Moment(first + 1, hour: 7), now: Moment(first, hour: 7)))
    #expect(sealing.releaseMoment(of: first) == nil)
    #expect(sealing.releaseMoment(of: first + 1) == Moment(first + 1, hour: 6))
  }

  @Test func `without its key a plan says nothing, and no new key takes its place`() throws {
    let saved = try #require(try sealed().plans().first)
    let other = try Self.open(workspace.folder, keys: folder.path(of: "elsewhere"))
    let errors = [
      try storeError { _ = try other.earlierPlan(saved) },
      try storeError { _ = try other.stops(of: first, now: Moment(first, hour: 7)) },
      try storeError { _ = try other.sealing(asOf: evening) },
    ]
    for error in errors {
      #expect(error?.code == .inputMissing)
      #expect(error?.file?.hasSuffix("/plans.key") == true)
      #expect(error?.description.contains("elsewhere") == true)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "elsewhere")))
  }

  @Test func `a wrong key and a swapped day are found`() throws {
    let saved = try #require(try sealed().plans().first)
    let other = try Self.open(workspace.folder, keys: folder.path(of: "elsewhere"))
    try other.keys().keep(KeyFolder.randomKey(), as: "plans")
    #expect(try storeError { _ = try other.earlierPlan(saved) }?.code == .badData)
    var writer = try VectorWriter(updating: workspace.folder + "/workspace.gpkg")
    let days = [first, first + 1].map { SQL.literal("\(saved.id)/\($0)") }
    try writer.execute(
      sql: """
        UPDATE sealed_stops SET ciphertext =
        (SELECT ciphertext FROM sealed_stops WHERE id = \(days[1])) WHERE id = \(days[0])
        """)
    try writer.close()
    let error = try storeError { _ = try workspace.earlierPlan(saved) }
    #expect(error?.code == .badData && error?.message.contains("another") == true)
  }

  @Test func `a visit's choice is read from a day that is released and still sealed`() throws {
    // The rounds of 2018 are long released by the clock.
    let workspace = try sealed()
    let values: [String: FieldValue] = [
      "id": .text("v1"), "site_id": .text("site-0-2"), "team_id": .text("T1"),
      "stop_id": .text("\(plan.identifier)/14-\(first)-T1-2"), "round": .integer(14),
    ]
    let table = try #require(Schema.table(named: "visits"))
    let columns = table.columns.dropLast(Schema.commonColumns.count)
    let visit = Record(values: columns.map { values[$0.name] ?? .null }, knownAt: evening)
    try workspace.write {
      try $0.append([visit], to: table, from: "test", importedAt: evening)
    }
    let choices = try workspace.visitChoices(asOf: Moment(first + 1))
    #expect(
      choices["v1"] == VisitChoice(basis: .risk, inclusionProbability: nil, chance: 0.25))
  }

  @Test(arguments: ["6 o'clock", "25:00"])
  func `a release time that is none is told`(text: String) throws {
    let wrong = try Workspace.open(
      at: workspace.folder, environment: ["HOTSPOT_RELEASE": text])
    #expect(try storeError { _ = try wrong.releaseTime() }?.code == .settings)
  }
}
