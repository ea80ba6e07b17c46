internal import CampaignData
internal import Foundation
internal import Geo

/// Counts the rows that cannot be used and lists them in a file: file, row, column, value, reason.
///
/// A class because it owns an open file, which takes its place when it is kept.
final class ReadingRejects {
  private(set) var counts: [ReadingFailure: Int] = [:]
  private(set) var examples: [Rejection] = []

  private let target: String?
  private var handle: FileHandle?
  private var pending = Data()
  private var isKept = false

  private var staged: String { (target ?? "") + ".part" }

  /// A list at a path, which is made with the first rejection; nil to count only.
  init(path: String?) { target = path }

  deinit {
    guard handle != nil, !isKept else { return }
    try? handle?.close()
    try? FileManager.default.removeItem(atPath: staged)
  }

  /// Adds a row.
  func add(
    file: String, row: Int, column: String?, value: String?, _ failure: ReadingFailure
  ) throws(StoreError) {
    counts[failure, default: 0] += 1
    if examples.count < 5 {
      examples.append(
        Rejection(row: row, column: column, value: value, reason: failure.reason))
    }
    guard target != nil else { return }
    if handle == nil { try open() }
    let fields = [file, String(row), column ?? "", value ?? "", failure.reason]
    for (place, field) in fields.enumerated() {
      if place > 0 { pending.append(44) }
      pending.append(contentsOf: Self.quoted(field).utf8)
    }
    pending.append(contentsOf: "\r\n".utf8)
    if pending.count > 1 << 16 { try flush() }
  }

  /// Puts the list in its place and gives its path; nil if nothing was rejected.
  func keep() throws(StoreError) -> String? {
    guard let target, let handle else { return nil }
    try flush()
    do {
      try handle.close()
      if FileManager.default.fileExists(atPath: target) {
        try FileManager.default.removeItem(atPath: target)
      }
      try FileManager.default.moveItem(atPath: staged, toPath: target)
    } catch {
      throw failure(error)
    }
    isKept = true
    return target
  }

  private func flush() throws(StoreError) {
    do { try handle?.write(contentsOf: pending) } catch { throw failure(error) }
    pending.removeAll(keepingCapacity: true)
  }

  private func open() throws(StoreError) {
    do {
      // Excel takes a file for UTF-8 only if it begins with the mark.
      try Data("\u{FEFF}file,row,column,value,reason\r\n".utf8).write(
        to: URL(fileURLWithPath: staged))
      let opened = try FileHandle(forWritingTo: URL(fileURLWithPath: staged))
      try opened.seekToEnd()
      handle = opened
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: any Error) -> StoreError {
    StoreError(
      .inputOutput, "the list of rejected rows cannot be written: \(error.localizedDescription)",
      file: target, nextStep: "Check that the folder is yours and that its disk has room.")
  }

  /// A field of CSV (RFC 4180), cut where a corrupt line is long.
  private static func quoted(_ field: String) -> String {
    let field = field.utf8.count > 400 ? String(field.prefix(100)) + "…" : field
    guard field.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else { return field }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
