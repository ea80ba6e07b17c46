import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

@Suite struct SealingTests {
  private let campaign: AuditCampaign
  private let monday = CalendarDate(daysSince1970: 17_889)
  private let evening = Moment(CalendarDate(daysSince1970: 17_888), hour: 18)

  init() throws { campaign = try AuditCampaign() }

  private var record: AuditRecord { get throws { try campaign.workspace.auditRecord() } }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: campaign.workspace.folder + "/" + path, encoding: .utf8)
  }

  @Test func `plans of a sealed round come out the same again, for an outsider too`() throws {
    let seal = try campaign.seal()
    let whole = try campaign.plan(asOf: evening)
    let day = try campaign.plan(day: monday + 1, asOf: evening.adding(seconds: 86_400))
    #expect(whole.seedCommitment == day.seedCommitment && day.earlier == whole.identifier)
    let report = try campaign.check(head: seal.hash)
    #expect(report.isSound && report.seals.map(\.plans) == [2] && report.locked == 0)
    #expect(report.tables == 2 && report.files == 2 && report.objects > 10)
    #expect(try campaign.differences().isEmpty)

    _ = try campaign.workspace.reveal(
      round: 14, early: nil, program: AuditCampaign.program, at: campaign.clock)
    let away = campaign.folder.path(of: "away")
    #expect(try campaign.workspace.takeAway(round: 14, to: away) > 10)
    try FileManager.default.removeItem(atPath: campaign.workspace.folder)
    var check = try AuditCheck(AuditRecord(at: away), in: nil)
    let outside = try check.run(head: seal.hash)
    #expect(outside.isSound, "\(outside.findings)")
    #expect(outside.files == 2 && outside.locked == 0)
    #expect(try campaign.differences(at: away).isEmpty)
  }

  @Test func `before the secret is opened nothing of a plan can be read beside the record`() throws
  {
    try campaign.seal()
    let plan = try campaign.plan(asOf: evening)
    let target = try #require(plan.teamDays.flatMap(\.stops).first?.id)
    let audit = campaign.workspace.folder + "/audit"
    for name in FileManager.default.subpaths(atPath: audit) ?? [] {
      guard let data = FileManager.default.contents(atPath: audit + "/" + name) else { continue }
      #expect(!String(decoding: data, as: UTF8.self).contains(target), "\(name)")
    }
    let other = try Workspace.open(
      at: campaign.workspace.folder,
      environment: ["HOTSPOT_KEYS": campaign.folder.path(of: "nobody")])
    var check = try AuditCheck(AuditRecord(at: other.folder), in: other)
    #expect(try check.run(head: nil).locked == 1)
  }

  @Test func `a plan that does not follow from the seal differs, and it is said where`() throws {
    try campaign.seal()
    try campaign.plan(asOf: evening)
    let entry = try #require(try record.plans.first?.plan)
    var forged = entry
    forged.settings = entry.settings.replacing("daily_visits=12", with: "daily_visits=3")
    let again = try PlanRepetition(forged, of: record, in: campaign.workspace).run()
    #expect(again.stops > 0 && !again.discrepancies.isEmpty)
    #expect(again.discrepancies.contains { $0.kind == .stop && $0.text.contains("is missing") })
  }

  @Test func `a round is sealed once, and again only with a reason`() throws {
    let first = try campaign.seal()
    let before = try text("audit/record.jsonl")
    #expect(try storeError { try campaign.seal() }?.code == .usage)
    #expect(try text("audit/record.jsonl") == before)
    let second = try campaign.seal(again: "王: wrong list of sites")
    #expect(first.hash != second.hash)
    #expect(try campaign.workspace.sealedRound(14)?.hash == second.hash)
    #expect(try campaign.workspace.existingKeys()?.key("round-14-2") != nil)
    let notes = try campaign.check().findings.map(\.en)
    #expect(notes == ["round 14 was sealed again: 王: wrong list of sites"])
    #expect(try campaign.workspace.sealedRound(15) == nil)
    #expect(throws: PlanError.self) { try campaign.seal(99) }
  }

  @Test func `a lost secret is told with what it means`() throws {
    try campaign.seal()
    try campaign.plan(asOf: evening)
    let keys = try campaign.workspace.keys()
    try FileManager.default.removeItem(atPath: keys.path + "/round-14.key")
    let error = try storeError { _ = try campaign.workspace.sealedRound(14) }
    #expect(error?.code == .inputMissing && error?.message.contains("round 14 is lost") == true)
    let reveal = try storeError {
      _ = try campaign.workspace.reveal(
        round: 14, early: nil, program: "", at: campaign.clock)
    }
    #expect(reveal?.code == .inputMissing && reveal?.nextStep.contains("prove") == true)
    #expect(try campaign.faults().contains { $0.contains("nothing of the round can be proven") })
    try campaign.workspace.keys().keep(KeyFolder.randomKey(), as: "round-14")
    #expect(
      try storeError { _ = try campaign.workspace.sealedRound(14) }?.code == .badData)
  }

  @Test func `a public number goes into the secret once it is drawn`() throws {
    try campaign.seal(beacon: "lottery of Sunday")
    #expect(try storeError { _ = try campaign.workspace.sealedRound(14) }?.code == .usage)
    func beacon(_ value: String) throws {
      _ = try campaign.workspace.recordBeacon(
        round: 14, value: value, program: AuditCampaign.program, at: campaign.clock)
    }
    try beacon("02 09 11")
    #expect(try storeError { try beacon("03") }?.code == .usage)
    let sealed = try #require(try campaign.workspace.sealedRound(14))
    #expect(sealed.secret.commitment != sealed.seal.commitment)
    try campaign.plan(asOf: evening)
    #expect(try campaign.faults().isEmpty)
    #expect(try campaign.differences().isEmpty)
  }

  @Test func `what is done by hand needs a signature that is valid`() throws {
    try campaign.seal()
    try campaign.plan(asOf: evening)
    var told = Disruptions()
    told.tasks = [ManualTask(site: "S130100-1-1", note: "督办", day: monday + 1)]
    let change = PlanProvenance.Change(
      by: "王强", reason: "ministry's order", changes: ["task S130100-1-1"])
    let later = evening.adding(seconds: 86_400)
    #expect(
      try storeError {
        try campaign.plan(day: monday + 1, asOf: later, told: told, change: change)
      }?.code == .inputMissing)
    let key = try campaign.workspace.addSigner("王强", program: "0.1.0", at: campaign.clock)
    #expect(try campaign.workspace.addSigner("王强", program: "0.1.0", at: campaign.clock) == key)
    try campaign.workspace.checkSigner("王强")
    try campaign.plan(day: monday + 1, asOf: later, told: told, change: change)
    let report = try campaign.check()
    #expect(report.isSound, "\(report.findings)")
    #expect(report.seals.map(\.overrides) == [1])
    #expect(report.overrides.map(\.isSigned) == [true])
    #expect(report.overrides.first?.statement?.reason == "ministry's order")
    #expect(try campaign.differences().isEmpty)
    // The next day keeps the task and needs no second signature.
    try campaign.plan(day: monday + 2, asOf: later.adding(seconds: 86_400))
    #expect(try campaign.faults().isEmpty)
  }

  @Test func `what is done by hand without a signature is found`() throws {
    try campaign.seal()
    var told = Disruptions()
    told.outages = [.init(team: "130100-01", from: monday)]
    try campaign.plan(day: monday, asOf: evening, told: told)
    #expect(try campaign.faults().contains { $0.contains("nobody signed for it") })
    try campaign.reopen(["HOTSPOT_STABILITY": "2"])
    try campaign.plan(asOf: evening)
    #expect(try campaign.faults().contains { $0.contains("other settings or weights") })
  }

  @Test func `facts that came later with an earlier time are remarked`() throws {
    try campaign.seal()
    var facts = Facts()
    facts.complaints = [
      Complaint(
        id: "c1", receivedAt: AuditCampaign.sealed, position: nil,
        knownAt: AuditCampaign.sealed.adding(seconds: -5 * 86_400))
    ]
    try campaign.workspace.write { try $0.append(facts, from: "late", importedAt: evening) }
    try campaign.plan(asOf: evening)
    let report = try campaign.check()
    #expect(report.isSound)
    #expect(report.findings.contains { $0.en.contains("imported or changed after the seal") })
  }

  @Test func `facts that are changed in the tables after the seal are found`() throws {
    try campaign.seal()
    func findings() throws -> [AuditFinding] {
      var check = try AuditCheck(record, in: campaign.workspace)
      return try check.run(head: nil, facts: true).findings
    }
    #expect(try findings().isEmpty)
    var writer = try VectorWriter(updating: campaign.workspace.folder + "/workspace.gpkg")
    try writer.execute(sql: "UPDATE sites SET status = 'closed' WHERE id = 'S130100-2-3'")
    try writer.close()
    let changed = try findings()
    #expect(changed.map(\.isFault) == [true])
    #expect(changed.first?.en.contains("table sites known on 2018-06-04: 12 rows") == true)
  }

  @Test func `a record that was taken away does not make a round unsealed`() throws {
    try campaign.seal()
    try FileManager.default.removeItem(
      atPath: campaign.workspace.folder + "/audit/record.jsonl")
    #expect(try storeError { _ = try campaign.workspace.sealedRound(14) }?.code == .badData)
  }

  @Test func `a plan that is kept out of the record is found`() throws {
    try campaign.seal()
    try campaign.plan(asOf: evening)
    let path = campaign.workspace.folder + "/audit/record.jsonl"
    let lines = try text("audit/record.jsonl").split(separator: "\n")
    try Data((lines[0] + "\n").utf8).write(to: URL(fileURLWithPath: path))
    let faults = try campaign.faults()
    #expect(faults.contains { $0.contains("its end was cut off") })
    #expect(faults.contains { $0.contains("is not in the record") })
  }
}
