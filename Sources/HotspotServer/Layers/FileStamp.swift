import Foundation

/// What a file's directory entry says: enough to see that it was written since.
struct FileStamp: Sendable, Hashable {
  private let inode: UInt64
  private let size: UInt64
  private let modified: Date

  /// The stamp of a file or folder; nil if there is none.
  init?(of path: String) {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    inode = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
    size = (attributes[.size] as? NSNumber)?.uint64Value ?? 0
    modified = attributes[.modificationDate] as? Date ?? .distantPast
  }
}
