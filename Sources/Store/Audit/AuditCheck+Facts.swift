internal import CampaignData
internal import Inspection

extension AuditCheck {
  /// Compares the facts in the tables with the newest list of the record, by table and day.
  ///
  /// More rows of a day may have been imported since with an earlier time, which is remarked; as many
  /// or fewer were changed or dropped.
  mutating func checkFacts(_ workspace: Workspace) throws {
    let hashes = record.items.compactMap { $0.entry.plan?.inputs ?? $0.entry.seal?.inputs }
    guard let kept = hashes.compactMap(record.manifest).max(by: { $0.asOf < $1.asOf }) else {
      return
    }
    let found = try workspace.manifestOfTables(asOf: kept.asOf)
    let rows = Dictionary(
      found.parts.map { ("\($0.table) \($0.day)", $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(kept.parts.map { "\($0.table) \($0.day)" })
    for part in kept.parts {
      let now = rows["\(part.table) \(part.day)"]
      guard now?.hash != part.hash else { continue }
      tell(part, now: now?.rows ?? 0)
    }
    for part in found.parts where !names.contains("\(part.table) \(part.day)") {
      tell(InputManifest.Part(table: part.table, day: part.day, rows: 0, hash: ""), now: part.rows)
    }
  }

  private mutating func tell(_ part: InputManifest.Part, now: Int) {
    let zh = "表 \(part.table) 中 \(part.day) 得知的事实：记录 \(part.rows) 行，现有 \(now) 行"
    let en =
      "facts of the table \(part.table) known on \(part.day): \(part.rows) rows in the record, "
      + "\(now) now"
    if now > part.rows {
      report.remark(zh: zh, en: en)
    } else {
      report.fault(zh: zh + "，内容被改动", en: en + ", changed or dropped")
    }
  }
}
