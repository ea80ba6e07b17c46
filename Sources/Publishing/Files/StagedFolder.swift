import Foundation

/// A folder's new content, put together beside it and moved in as a whole when complete.
///
/// Readers see each file either as it was or as it is, never half of it; a folder inside
/// (`routes/`) is replaced, so that no file of an earlier plan stays. Files of other names in the
/// destination (an audit record, printed sheets) are left alone.
struct StagedFolder: ~Copyable {
  /// Where to write: a folder that is gone when this value is.
  let path: String
  private let destination: String

  /// Makes the staging folder beside `destination`, and the folders above it.
  init(for destination: String) throws(PublishingError) {
    let url = URL(fileURLWithPath: destination).standardizedFileURL
    let parent = url.deletingLastPathComponent()
    let prefix = ".\(url.lastPathComponent).partial-"
    self.destination = url.path
    path = parent.appendingPathComponent("\(prefix)\(getpid())").path
    let path = path
    try Self.creating(destination) {
      Self.removeLeftovers(in: parent, prefix: prefix)
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes one file of text; folders in its name are made.
  func write(_ text: String, to name: String) throws(PublishingError) {
    try write(Array(text.utf8), to: name)
  }

  /// Writes one file; folders in its name are made.
  func write(_ bytes: [UInt8], to name: String) throws(PublishingError) {
    let file = path + "/" + name
    let shown = destination + "/" + name
    try Self.writing(shown) {
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: file))
    }
  }

  /// Makes an empty folder inside.
  func makeFolder(_ name: String) throws(PublishingError) {
    let folder = path + "/" + name
    try Self.creating(destination + "/" + name) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
  }

  /// Moves everything to the destination.
  consuming func publish() throws(PublishingError) {
    let (path, destination) = (path, destination)
    try Self.writing(destination) {
      let manager = FileManager.default
      try manager.createDirectory(atPath: destination, withIntermediateDirectories: true)
      for name in try manager.contentsOfDirectory(atPath: path).sorted() {
        try Self.move(path + "/" + name, to: destination + "/" + name)
      }
    }
  }

  /// Puts a file or folder in the place of another.
  ///
  /// A file changes in one step; a folder cannot, so the old one steps aside first.
  private static func move(_ new: String, to place: String) throws {
    let old = new + ".old"
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder.boolValue {
      try FileManager.default.moveItem(atPath: place, toPath: old)
    }
    guard rename(new, place) == 0 else {
      throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
    }
  }

  /// Removes what runs that were killed left behind: their process is no more.
  private static func removeLeftovers(in parent: URL, prefix: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    for name in names where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)), kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(at: parent.appendingPathComponent(name))
    }
  }

  private static func creating(_ file: String, _ body: () throws -> Void) throws(PublishingError) {
    do { try body() } catch {
      throw PublishingError(
        kind: .cannotCreate, file: file, message: "cannot be created (\(reason(error)))",
        nextStep: "choose a folder that you may write to")
    }
  }

  private static func writing(_ file: String, _ body: () throws -> Void) throws(PublishingError) {
    do { try body() } catch {
      throw PublishingError(
        kind: .inputOutput, file: file, message: "cannot be written (\(reason(error)))",
        nextStep: "make room on the disk or check the folder's permissions, then run again")
    }
  }

  /// The operating system's word for it, the same in every locale.
  private static func reason(_ error: any Error) -> String {
    var cause = error as NSError
    while let inner = cause.userInfo[NSUnderlyingErrorKey] as? NSError { cause = inner }
    guard cause.domain == NSPOSIXErrorDomain else { return "\(cause.domain) \(cause.code)" }
    return String(cString: strerror(Int32(cause.code)))
  }
}
