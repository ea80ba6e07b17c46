internal import Foundation
internal import Inspection

/// The hash of the record's last line, kept beside the keys: who can write to the workspace alone
/// cannot cut the record off or lengthen it unseen.
///
/// Before lines are added, the hash that they will end with is noted too, so that a run that is
/// killed leaves either end in order.
struct RecordHead: Sendable, Hashable {
  /// A record's length and the hash of its last line.
  struct End: Sendable, Hashable {
    var number: Int
    var hash: String
  }

  /// The end as it was known last.
  var last: End
  /// The end that was about to be.
  var pending: End?

  /// True if a record may end so.
  func allows(_ chain: RecordChain) -> Bool {
    let end = End(number: chain.lines.count, hash: chain.head)
    return end == last || end == pending
  }

  var text: String {
    ([last] + [pending].compactMap(\.self)).map { "\($0.number) \($0.hash)\n" }.joined()
  }

  init(last: End, pending: End? = nil) {
    self.last = last
    self.pending = pending
  }

  /// Reads it; nil for another text.
  init?(text: String) {
    let ends = text.split(separator: "\n").map { line -> End? in
      let fields = line.split(separator: " ")
      guard fields.count == 2, let number = Int(fields[0]), fields[1].utf8.count == 64 else {
        return nil
      }
      return End(number: number, hash: String(fields[1]))
    }
    guard (1...2).contains(ends.count), let last = ends[0] else { return nil }
    self.last = last
    if ends.count == 2 {
      guard let pending = ends[1] else { return nil }
      self.pending = pending
    }
  }
}

extension KeyFolder {
  /// The end of the record as it is known here; nil if it is not.
  func recordHead() throws(StoreError) -> RecordHead? {
    guard let data = FileManager.default.contents(atPath: headFile) else { return nil }
    guard let head = RecordHead(text: String(decoding: data, as: UTF8.self)) else {
      throw StoreError(
        .badData, "this does not say where the record ends", file: headFile,
        nextStep: "Check the record with `hotspot audit verify --head HASH` of a hash that was "
          + "published, then remove the file.")
    }
    return head
  }

  /// Keeps the end of the record, in one step.
  func keep(_ head: RecordHead) throws(StoreError) {
    let aside = headFile + ".new"
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(head.text.utf8).write(to: URL(fileURLWithPath: aside))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: aside)
    } catch {
      throw cannotKeepHead(error.localizedDescription)
    }
    guard rename(aside, headFile) == 0 else {
      throw cannotKeepHead(String(cString: strerror(errno)))
    }
  }

  private var headFile: String { (path as NSString).appendingPathComponent("record.head") }

  private func cannotKeepHead(_ why: String) -> StoreError {
    StoreError(
      .cannotCreate, "the end of the record cannot be kept: \(why)", file: headFile,
      nextStep: "Name a folder of your own with the setting keys (HOTSPOT_KEYS).")
  }
}
