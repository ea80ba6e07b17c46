internal import CampaignData
internal import Foundation

/// Lists rejected records in a CSV file, which appears when the import is kept.
///
/// A class because it owns an open file; what was not kept is deleted with it.
final class RejectLog {
  /// Where the list will stand.
  private let target: String
  /// The file that records are of unless another is named.
  private let file: String
  private var handle: FileHandle?
  private var pending = Data()
  private var isKept = false

  private var staged: String { target + ".part" }

  /// A list at a path; nothing is made before the first record.
  init(target: String, file: String) {
    self.target = target
    self.file = file
  }

  /// The list `rejects/KIND-FILE-TIME.csv` in a workspace's folder, of the records of a file.
  convenience init(folder: String, kind: String, path: String, importedAt: Moment) {
    let file = (path as NSString).lastPathComponent
    let stem = (file as NSString).deletingPathExtension
    let time = importedAt.description.prefix(19).filter { $0 != "-" && $0 != ":" }
    let name = "rejects/\(kind)-\(stem.isEmpty ? "input" : stem)-\(time).csv"
    self.init(target: (folder as NSString).appendingPathComponent(name), file: file)
  }

  deinit {
    guard handle != nil, !isKept else { return }
    try? handle?.close()
    try? FileManager.default.removeItem(atPath: staged)
  }

  /// Adds a rejected record, of the list's file unless another is named.
  func add(_ rejection: Rejection, of other: String? = nil) throws(StoreError) {
    let fields = [
      other ?? file, String(rejection.row), rejection.column ?? "", rejection.value ?? "",
      rejection.reason,
    ]
    try write(fields.map(Self.quoted).joined(separator: ",") + "\r\n")
  }

  /// Puts the list in its place and gives its path; nil if no record was rejected.
  func keep() throws(StoreError) -> String? {
    guard let handle else { return nil }
    do {
      try handle.write(contentsOf: pending)
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

  /// Writes in pieces: a corrupt file has millions of such lines.
  private func write(_ line: String) throws(StoreError) {
    do {
      let handle = try handle ?? open()
      pending.append(contentsOf: line.utf8)
      guard pending.count > 1 << 16 else { return }
      try handle.write(contentsOf: pending)
      pending.removeAll(keepingCapacity: true)
    } catch {
      throw failure(error)
    }
  }

  private func open() throws -> FileHandle {
    let folder = target.folderOfPath
    if !folder.isEmpty {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }
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
