public import CampaignData

/// What is odd about a report of a visit, and what became of it.
public struct VisitDoubt: Sendable, Hashable {
  /// The kind, a key of the table of doubts, as in `far_away`.
  public var kind: String
  /// The row of the file.
  public var row: Int
  /// The column as the file heads it.
  public var column: String?
  /// What was found.
  public var found: String
  /// What would have been expected, as far as it can be said.
  public var expected: String?

  /// Makes a doubt.
  public init(
    _ kind: String, row: Int, column: String? = nil, found: String, expected: String? = nil
  ) {
    self.kind = kind
    self.row = row
    self.column = column
    self.found = found
    self.expected = expected
  }

  /// The rule for its kind; nil for a kind that the table lacks.
  public var rule: VisitDoubtRule? { CampaignData.visitDoubt(kind) }
}
