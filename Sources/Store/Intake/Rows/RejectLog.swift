internal import CampaignData
internal import Foundation

/// Lists rejected records in `rejects/KIND-FILE-TIME.csv`, which appears when the import is kept.
///
/// A class because it owns an open file; what was not kept is deleted with it.
final class RejectLog {
  /// Where the list will stand, relative to the workspace's folder.
  let name: String

  private let folder: String
  private let file: String
  private var handle: FileHandle?
  private var isKept = false

  private var target: String { (folder as NSString).appendingPathComponent(name) }
  private var staged: String { target + ".part" }

  /// A list for the rejected records of a file; nothing is made before the first one.
  init(folder: String, kind: String, path: String, importedAt: Moment) {
    self.folder = folder
    file = (path as NSString).lastPathComponent
    let stem = (file as NSString).deletingPathExtension
    let time = importedAt.description.prefix(19).filter { $0 != "-" && $0 != ":" }
    name = "rejects/\(kind)-\(stem.isEmpty ? "input" : stem)-\(time).csv"
  }

  deinit {
    guard handle != nil, !isKept else { return }
    try? handle?.close()
    try? FileManager.default.removeItem(atPath: staged)
  }

  /// Adds a rejected record.
  func add(_ rejection: Rejection) throws(StoreError) {
    let fields = [
      file, String(rejection.row), rejection.column ?? "", rejection.value ?? "",
      rejection.reason,
    ]
    try write(fields.map(Self.quoted).joined(separator: ",") + "\r\n")
  }

  /// Puts the list in its place and gives its path; nil if no record was rejected.
  func keep() throws(StoreError) -> String? {
    guard let handle else { return nil }
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

  private func write(_ line: String) throws(StoreError) {
    do {
      let handle = try handle ?? open()
      try handle.write(contentsOf: Data(line.utf8))
    } catch {
      throw failure(error)
    }
  }

  private func open() throws -> FileHandle {
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    // Excel takes a file for UTF-8 only if it begins with the mark.
    try Data("\u{FEFF}file,row,column,value,reason\r\n".utf8).write(
      to: URL(fileURLWithPath: staged))
    let opened = try FileHandle(forWritingTo: URL(fileURLWithPath: staged))
    try opened.seekToEnd()
    handle = opened
    return opened
  }

  private func failure(_ error: any Error) -> StoreError {
    StoreError(
      .inputOutput, "the list of rejected records cannot be written: \(error.localizedDescription)",
      file: target, nextStep: "Check that the folder is yours and that its disk has room.")
  }

  /// A field of CSV (RFC 4180).
  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [34, 44, 10, 13].contains($0) }) else { return field }
    return "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
