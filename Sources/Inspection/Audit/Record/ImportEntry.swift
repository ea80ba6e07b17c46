/// A file that was imported.
public struct ImportEntry: Sendable, Hashable, Codable {
  /// The kind of file, as in `sites`.
  public var kind: String
  /// The file's name, without its folder.
  public var file: String
  /// SHA-256 of its bytes; nil for what is no file, a database for instance.
  public var sha256: String?
  /// Records read.
  public var read: Int
  /// Records that the workspace has now, new or as before.
  public var accepted: Int
  /// Records that could not be used.
  public var rejected: Int

  /// Makes an entry.
  public init(
    kind: String, file: String, sha256: String?, read: Int, accepted: Int, rejected: Int
  ) {
    self.kind = kind
    self.file = file
    self.sha256 = sha256
    self.read = read
    self.accepted = accepted
    self.rejected = rejected
  }
}
