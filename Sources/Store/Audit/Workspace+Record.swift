internal import Foundation
public import Inspection

extension Workspace {
  /// The audit's record.
  public func auditRecord() throws(StoreError) -> AuditRecord { try AuditRecord(at: folder) }

  /// Adds entries to the record's end, all of them or none, and gives back their lines.
  ///
  /// Two writers are kept apart by the workspace's lock, for which ten seconds are waited. Throws
  /// `badData` for a record whose chain is broken or that was cut off, to which nothing is added,
  /// and `busy`.
  @discardableResult
  public func record(_ entries: [RecordEntry]) throws -> [RecordLine] {
    let lock = try patientLock()
    return try withExtendedLifetime(lock) {
      let record = try soundRecord()
      let keys = try existingKeys()
      try mendTornEnd(of: record)
      let chain = record.chain
      let lines = chain.following(try entries.map(AuditRecord.json))
      guard let last = lines.last else { return [] }
      let end = RecordHead.End(number: last.number, hash: last.hash)
      let before = RecordHead.End(number: chain.lines.count, hash: chain.head)
      try keys?.keep(RecordHead(last: before, pending: end))
      try RecordFile(path: record.file).append(lines.map { $0.text + "\n" }.joined())
      try keys?.keep(RecordHead(last: end))
      return lines
    }
  }

  /// Cuts off what a killed run left of a line.
  private func mendTornEnd(of record: AuditRecord) throws(StoreError) {
    guard record.chain.faults.contains(.torn) else { return }
    let length = record.chain.lines.reduce(0) { $0 + $1.text.utf8.count + 1 }
    try RecordFile(path: record.file).shorten(to: length)
  }

  /// The record, if it may be continued: its chain is whole and ends where it ended last.
  ///
  /// Throws `badData` otherwise. What a killed run left of a line does not count.
  func soundRecord() throws -> AuditRecord {
    let record = try auditRecord()
    let chain = record.chain
    if let fault = chain.faults.first(where: { $0 != .torn }) {
      throw StoreError(
        .badData, "the record's chain is broken: \(fault.text.en)", file: record.file,
        nextStep: "Nothing was added. Run `hotspot audit verify` and restore the record.")
    }
    if let head = try existingKeys()?.recordHead(), !head.allows(chain) {
      throw StoreError(
        .badData, "the record does not end where it ended last", file: record.file,
        found: "line \(chain.lines.count), \(chain.head.prefix(16))",
        expected: "line \(head.last.number), \(head.last.hash.prefix(16))",
        nextStep: "Nothing was added. Restore the record from a copy; see `hotspot audit verify`.")
    }
    return record
  }

  private func patientLock() throws(StoreError) -> WorkspaceLock {
    var tries = 0
    while true {
      do {
        return try WorkspaceLock(path: layout.lock, of: folder)
      } catch  where error.code == .busy && tries < 200 {
        tries += 1
        usleep(50_000)
      }
    }
  }
}
