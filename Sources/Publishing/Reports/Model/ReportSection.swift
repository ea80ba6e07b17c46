/// A section of a report.
public struct ReportSection: Sendable, Hashable {
  /// The name that links use; it never changes.
  public var key: String
  /// The heading.
  public var heading: ReportPhrase
  /// What stands in it, in order.
  public var blocks: [ReportBlock]

  /// Makes a section.
  public init(_ key: String, _ heading: ReportPhrase, _ blocks: [ReportBlock] = []) {
    self.key = key
    self.heading = heading
    self.blocks = blocks
  }
}
