import CampaignData
import Geo
import Testing

@testable import Inspection

@Suite struct PlanTextTests {
  private let columns: [PlanText.Kind: [String]] = [
    .plan: ["id"], .stop: ["id", "team_id", "day", "order", "site_id"],
    .township: ["code", "gap"],
  ]

  private func text(_ stops: [[String]], plan: String = "R14-a") -> PlanText {
    PlanText(
      columns: columns,
      lines: [.init(.plan, ["'\(plan)"]), .init(.township, ["'130102101", ""])]
        + stops.map { .init(.stop, ["'\(plan)/\($0[0])-\($0[1])"] + $0) })
  }

  private let stops = [
    ["'T1", "'2018-12-24", "1", "'a"], ["'T1", "'2018-12-25", "1", "'b"],
    ["'T2", "'2018-12-24", "1", "'c"],
  ]

  @Test func `a text reads back, in whatever order its lines were given`() throws {
    let plan = text(stops)
    let read = try #require(PlanText(text: plan.text))
    #expect(read == plan && text(stops.reversed()) == plan)
    #expect(plan.discrepancies(with: read).isEmpty)
    #expect(plan.tables.lines.count == 4)
    #expect(PlanText(text: "hotspot plan 2\n") == nil)
    #expect(PlanText(text: plan.text + "stop\t1\n") == nil)
  }

  @Test func `what differs is named by team, day and stop`() {
    var other = stops
    other[1][3] = "'x"
    let changed = text(stops).discrepancies(with: text(other))
    #expect(changed.map(\.text) == ["team T1, 2018-12-25, stop 1, site_id: expected 'b, found 'x"])
    let missing = text(stops).discrepancies(with: text(Array(stops.dropLast())))
    #expect(missing.map(\.text) == ["team T2, 2018-12-24, stop 1: is missing"])
    let more = text(Array(stops.dropLast())).discrepancies(with: text(stops))
    #expect(more.map(\.text) == ["team T2, 2018-12-24, stop 1: should not be there"])
    let doubled = text(stops).discrepancies(with: text(stops + [stops[0]]))
    #expect(doubled.map(\.text) == ["team T1, 2018-12-24, stop 1: should not be there"])
  }

  @Test func `another identifier of the plan is not told for every stop`() {
    let other = text(stops).discrepancies(with: text(stops, plan: "R14-b"))
    #expect(other.map(\.kind) == [.plan])
  }

  @Test func `settings read back, and those of another version are refused`() throws {
    let settings = PlanSettings(
      dailyVisits: 11, handoverVisits: 7, serviceMinutes: 31, dayHours: 9.25, dayStart: 27_000,
      speedKMH: 41.7, detour: 1.37, seed: 9, iterations: 1234, stability: 0.125,
      randomShare: 0.3, localShare: 0.2,
      rechecks: RecheckRules(share: 0.25, complaints: 3, complaintDays: 45), weightsHash: "ab12")
    let read = try PlanSettings(canonicalText: settings.canonicalText, seed: 9)
    #expect(read == settings)
    for text in [
      settings.canonicalText + "\nluck=1", String(settings.canonicalText.dropFirst(14)), "",
    ] {
      #expect(throws: PlanError.self) { try PlanSettings(canonicalText: text, seed: 9) }
    }
  }

  @Test func `what a plan was told reads back`() throws {
    let day = CalendarDate(daysSince1970: 17_890)
    var told = Disruptions()
    told.outages = [.init(team: "T1", from: day)]
    told.lostDays = [.init(team: "T2", day: day + 1)]
    told.closures = [
      .init(name: "flood", day: day, areas: [MiniCampaign.square(column: 1, row: 2)])
    ]
    told.tasks = [
      ManualTask(site: "S1", note: "督办", day: day),
      ManualTask(position: Coordinate(114.5125, 38.04), note: "smoke", day: day + 2),
    ]
    let plan = Plan(
      round: 14, days: day...(day + 3), madeAsOf: Moment(day), seedCommitment: "",
      settingsHash: "", teamDays: [], coverage: [], earlier: "R14-0", disruptions: told)
    #expect(Disruptions(plan.inputs) == told)
    #expect(Disruptions([PlanInput(kind: .out, subject: "T1", day: nil)]) == nil)
  }

  @Test func `a statement reads back whatever its words are`() {
    let statement = OverrideStatement(
      round: 14, plan: "R14-a", asOf: "2018-12-23T18:00:00+08:00", by: "王 强",
      reason: "two words\nand a line", changes: ["task S1:a b", "setting stability=0.1"],
      salt: "00ff")
    let read = OverrideStatement(text: statement.text)
    #expect(read?.by == "王 强" && read?.reason == "two words and a line")
    #expect(read?.changes == statement.changes && read?.round == 14)
    #expect(OverrideStatement(text: "hotspot override 2\nround 1\n") == nil)
  }

  @Test func `facts that came later with an earlier time are told`() throws {
    let day = CalendarDate(daysSince1970: 17_880)
    func part(_ table: String, _ offset: Int, _ hash: Character) -> InputManifest.Part {
      .init(table: table, day: day + offset, rows: 3, hash: String(repeating: hash, count: 64))
    }
    let sealed = InputManifest(
      asOf: Moment(day + 5, hour: 18),
      parts: [part("sites", 0, "a"), part("alerts", 1, "b"), part("alerts", 5, "c")])
    #expect(InputManifest(text: sealed.text) == sealed)
    let later = InputManifest(
      asOf: Moment(day + 6),
      parts: [
        part("sites", 0, "a"), part("alerts", 1, "d"), part("alerts", 5, "e"),
        part("visits", 2, "f"), part("visits", 6, "f"),
      ])
    let changed = later.changed(since: sealed)
    #expect(changed.map(\.table) == ["alerts", "visits"])
    let gone = InputManifest(asOf: later.asOf, parts: [part("sites", 0, "a")])
    #expect(gone.changed(since: sealed).map(\.table) == ["alerts"])
    #expect(InputManifest(text: "hotspot inputs 1\nas_of x\n") == nil)
  }

  @Test func `a public number gives another secret`() {
    let secret = RoundSecret(seed: 1)
    #expect(secret.mixed(with: "02 09") != secret.mixed(with: "02 08"))
    #expect(secret.mixed(with: "02 09").bytes.count == 32)
    #expect(secret.objectKey != RoundSecret(seed: 2).objectKey)
  }
}
