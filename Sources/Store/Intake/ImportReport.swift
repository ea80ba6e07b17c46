/// What an import did: every record read is new, updated, the same or rejected.
public struct ImportReport: Sendable, Hashable {
  /// What was imported, as in `sites`.
  public var kind: String
  /// The file, as given.
  public var file: String
  /// Records read.
  public var read = 0
  /// Records whose identifier the workspace did not have.
  public var new = 0
  /// Records that say something else than the newest version with their identifier.
  public var updated = 0
  /// Records that the workspace, or an earlier row of the file, already has word for word.
  public var same = 0
  /// Records that cannot be used; each is in `rejectsFile` and in the table `rejects`.
  public var rejected = 0
  /// Areas whose border crossed or touched itself and was mended.
  public var repaired = 0
  /// What the reader should know, each a sentence.
  public var warnings: [String] = []
  /// What an import of visits found beside; nil for other kinds.
  public var visits: VisitAccount?
  /// The first rejections, five at most.
  public var examples: [Rejection] = []
  /// Where the rejected records are listed; nil if there is none or nothing was kept.
  public var rejectsFile: String?
  /// True if nothing was kept because only a trial was asked for.
  public var isDryRun = false

  /// Makes the report of nothing read.
  public init(kind: String, file: String) {
    self.kind = kind
    self.file = file
  }
}
