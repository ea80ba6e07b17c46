internal import Foundation
internal import Inspection

/// The files of a plan with their hashes, as `sha256sum` writes and checks them.
struct FileManifest: Sendable, Hashable {
  /// A file.
  struct File: Sendable, Hashable {
    /// SHA-256 of its bytes.
    var hash: String
    /// Its path within the workspace.
    var path: String
  }

  var files: [File]

  /// The text whose hash stands in the record: `HASH  PATH`, a line a file.
  var text: String { files.map { "\($0.hash)  \($0.path)\n" }.joined() }

  /// Files in any order.
  init(_ files: [File]) { self.files = files.sorted { $0.path < $1.path } }

  /// Reads a list; nil for another text.
  init?(text: String) {
    files = []
    for line in text.split(separator: "\n") {
      guard line.utf8.count > 66, line.dropFirst(64).hasPrefix("  ") else { return nil }
      files.append(File(hash: String(line.prefix(64)), path: String(line.dropFirst(66))))
    }
  }

  /// SHA-256 of a file, read in pieces; nil if it cannot be read.
  static func hash(of path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var stream = SHA256Stream()
    do {
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        stream.add([UInt8](piece))
      }
    } catch {
      return nil
    }
    return stream.hexadecimal()
  }
}
