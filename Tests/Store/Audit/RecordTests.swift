import CampaignData
import Foundation
import Inspection
import Testing

@testable import Store

@Suite struct RecordTests {
  private let campaign: AuditCampaign
  private let file: String

  init() throws {
    campaign = try AuditCampaign()
    file = campaign.workspace.folder + "/audit/record.jsonl"
  }

  private func add(_ name: String) throws {
    var entry = RecordEntry(program: "0.1.0", at: campaign.clock.description)
    entry.imported = ImportEntry(
      kind: "sites", file: name, sha256: nil, read: 1, accepted: 1, rejected: 0)
    try campaign.workspace.record([entry])
  }

  private var bytes: [UInt8] { [UInt8](FileManager.default.contents(atPath: file) ?? Data()) }

  private func write(_ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  @Test func `entries come back as they were written`() throws {
    #expect(try campaign.workspace.auditRecord().items.isEmpty)
    try add("甲/\"乙\".csv")
    try campaign.seal()
    let items = try campaign.workspace.auditRecord().items
    #expect(items.map(\.entry.kind) == ["import", "seal"])
    #expect(items[0].entry.imported?.file == "甲/\"乙\".csv")
    #expect(try campaign.faults().isEmpty)
  }

  @Test func `what a killed run left of a line is cut off`() throws {
    try campaign.seal()
    let whole = bytes
    try write(whole + Array(#"{"number":2,"prev"#.utf8))
    #expect(try campaign.faults().contains { $0.contains("no end") })
    try add("a.csv")
    #expect(bytes.starts(with: whole))
    #expect(try campaign.faults().isEmpty)
  }

  @Test func `a run killed after its line leaves the record in order`() throws {
    try campaign.seal()
    let keys = try campaign.workspace.keys()
    let before = try #require(try keys.recordHead())
    try add("a.csv")
    let after = try #require(try keys.recordHead())
    for head in [
      RecordHead(last: before.last, pending: after.last), RecordHead(last: after.last),
    ] {
      try keys.keep(head)
      #expect(try campaign.faults().isEmpty)
      #expect(RecordHead(text: head.text) == head)
    }
    try keys.keep(before)
    #expect(try campaign.faults().contains { $0.contains("lengthened") })
  }

  @Test func `nothing is added to a record that is broken or cut off`() throws {
    try campaign.seal()
    try add("a.csv")
    let whole = bytes
    var broken = whole
    broken[40] ^= 1
    let end = whole.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    for other in [broken, Array(whole[...end]), []] {
      try write(other)
      #expect(try storeError { try add("b.csv") }?.code == .badData)
      #expect(bytes == other)
      #expect(try !campaign.faults().isEmpty)
    }
    try write(whole)
    try add("b.csv")
    #expect(try campaign.faults().isEmpty)
  }

  @Test func `an entry of another version is told and left alone`() throws {
    let line = RecordLine(
      number: 1, previous: RecordLine.start, entry: #"{"format":2,"news":true}"#)
    try FileManager.default.createDirectory(
      atPath: campaign.workspace.folder + "/audit", withIntermediateDirectories: true)
    try write(Array((line.text + "\n").utf8))
    #expect(
      try campaign.faults() == [
        "record, line 1: an entry of version 2; this program reads version 1"
      ])
  }

  @Test func `two writers at once leave one chain`() async throws {
    try campaign.seal()
    let workspace = campaign.workspace
    let clock = campaign.clock
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          var entry = RecordEntry(program: "0.1.0", at: clock.description)
          entry.imported = ImportEntry(
            kind: "sites", file: "\(number)", sha256: nil, read: 0, accepted: 0, rejected: 0)
          try workspace.record([entry])
        }
      }
      try await group.waitForAll()
    }
    #expect(try campaign.workspace.auditRecord().items.count == 9)
    #expect(try campaign.faults().isEmpty)
  }
}
