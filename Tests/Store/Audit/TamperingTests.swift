import CampaignData
import Foundation
import Geo
import Inspection
import Testing

@testable import Store

/// Each of a thousand random changes of a single byte to sealed inputs, plans and record is found.
@Suite struct TamperingTests {
  private struct Random {
    var state: UInt64

    mutating func number(below limit: Int) -> Int {
      state &+= 0x9e37_79b9_7f4a_7c15
      var word = state
      word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
      word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
      return Int((word ^ (word >> 31)) % UInt64(limit))
    }

    mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      bytes[number(below: bytes.count)] ^= UInt8(1 + number(below: 255))
      return bytes
    }
  }

  /// A sealed round with a plan, a day's plan changed by hand and the next day's.
  private static func campaign() throws -> AuditCampaign {
    let campaign = try AuditCampaign()
    let monday = CalendarDate(daysSince1970: 17_889)
    let evening = Moment(monday, hour: -6)
    try campaign.seal()
    _ = try campaign.workspace.addSigner("王强", program: "0.1.0", at: campaign.clock)
    try campaign.plan(asOf: evening)
    var told = Disruptions()
    told.tasks = [ManualTask(site: "S130100-1-1", note: "督办", day: monday)]
    try campaign.plan(
      day: monday, asOf: evening, told: told,
      change: .init(by: "王强", reason: "order", changes: ["task"]))
    try campaign.plan(day: monday + 1, asOf: evening.adding(seconds: 86_400))
    return campaign
  }

  @Test func `a byte of a text, the record or a plan's file`() throws {
    let campaign = try Self.campaign()
    #expect(try campaign.check().findings.isEmpty)
    let root = campaign.workspace.folder
    // As an outsider does, with the secret opened and the published hash: without tables.
    let head = try campaign.workspace.reveal(
      round: 14, early: nil, program: "0.1.0", at: campaign.clock
    ).last?.hash
    func isSound() throws -> Bool {
      var check = try AuditCheck(AuditRecord(at: root), in: nil)
      let report = try check.run(head: head)
      return report.isSound && report.locked == 0 && report.files == 3
    }
    #expect(try isSound())
    let names = (FileManager.default.subpaths(atPath: root) ?? []).sorted().filter { name in
      name.hasPrefix("audit/objects/") && name.split(separator: "/").count == 4
        || name == "audit/record.jsonl" || name.hasSuffix("targets.csv")
    }
    let objects = names.filter { $0.hasPrefix("audit/objects/") }
    let lists = names.filter { $0.hasSuffix("targets.csv") }
    #expect(objects.count > 10 && lists.count == 3)
    var random = Random(state: 14)
    var missed: [String] = []
    for turn in 0..<800 {
      let name =
        switch turn % 8 {
        case 0..<4: objects[random.number(below: objects.count)]
        case 4..<7: "audit/record.jsonl"
        default: lists[random.number(below: lists.count)]
        }
      let url = URL(fileURLWithPath: root + "/" + name)
      let kept = try Data(contentsOf: url)
      try Data(random.changed([UInt8](kept))).write(to: url)
      if try isSound() { missed.append(name) }
      try kept.write(to: url)
    }
    #expect(missed.isEmpty, "\(missed)")
    #expect(try isSound() && campaign.check().findings.isEmpty)
  }

  @Test func `a byte of a value in the tables of plans`() throws {
    let campaign = try Self.campaign()
    let dataset = campaign.workspace.folder + "/workspace.gpkg"
    let kept = try Data(contentsOf: URL(fileURLWithPath: dataset))
    var random = Random(state: 41)
    var missed: [String] = []
    var counts: [String: Int] = [:]
    for _ in 0..<200 {
      let table = ["plans", "stops", "stops", "plan_inputs", "draws"][random.number(below: 5)]
      let names = (Schema.table(named: table)?.columns.map(\.name) ?? []) + ["geom"]
      let column = names[random.number(below: table == "stops" ? names.count : names.count - 1)]
      let value = try Self.changeValue(of: column, in: table, dataset, &random)
      counts[table, default: 0] += 1
      if try campaign.check().isSound { missed.append("\(table).\(column) \(value)") }
      try kept.write(to: URL(fileURLWithPath: dataset))
    }
    #expect(missed.isEmpty, "\(missed)")
    #expect(counts.count == 4)
    #expect(try campaign.check().findings.isEmpty)
  }

  /// Changes a byte of a random row's value; of a value that is not there it makes a text.
  private static func changeValue(
    of column: String, in table: String, _ dataset: String, _ random: inout Random
  ) throws -> String {
    let name = SQL.identifier(column)
    var rows: [(fid: Int64, hex: String)] = []
    var source = TableReader(dataset: dataset)
    // SQLite's hex() gives a number's bytes as text; a geometry's as they are stored.
    try source.forEachRow(of: "SELECT fid, hex(\(name)) AS h FROM \(table)") { row in
      if case .text(let hex)? = row.values.first {
        rows.append((row.id, hex.lowercased()))
      } else {
        rows.append((row.id, ""))
      }
    }
    let row = rows[random.number(below: rows.count)]
    var bytes = Hexadecimal.bytes(row.hex) ?? []
    let isText = column != "geom"
    if bytes.isEmpty {
      bytes = [UInt8(ascii: "x")]
    } else if isText {
      let place = random.number(below: bytes.count)
      // Another digit or letter, so that numbers stay numbers.
      bytes[place] = bytes[place] == UInt8(ascii: "7") ? UInt8(ascii: "3") : UInt8(ascii: "7")
    } else {
      // The coordinates are the last 16 bytes; before them stands what GDAL does not read.
      bytes[bytes.count - 1 - random.number(below: 16)] ^= UInt8(1 + random.number(below: 255))
    }
    let literal =
      isText
      ? SQL.literal(String(decoding: bytes, as: UTF8.self)) : "X'\(Hexadecimal.text(bytes))'"
    var writer = try VectorWriter(updating: dataset)
    try writer.execute(sql: "UPDATE \(table) SET \(name) = \(literal) WHERE fid = \(row.fid)")
    try writer.close()
    return String(decoding: bytes, as: UTF8.self)
  }
}
