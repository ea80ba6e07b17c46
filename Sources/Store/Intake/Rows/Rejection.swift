/// Why a record cannot be used.
public struct Rejection: Error, Sendable, Hashable {
  /// The row as a person counts it: in a table the line of the file, whose headings are line 1; in
  /// a map layer the feature, from 1.
  public var row: Int
  /// The column as the file heads it; nil if it is about the row or its geometry.
  public var column: String?
  /// What was found there.
  public var value: String?
  /// What is wrong, as a sentence without a full stop.
  public var reason: String

  /// Makes a rejection.
  public init(row: Int, column: String? = nil, value: String? = nil, reason: String) {
    self.row = row
    self.column = column
    self.value = value
    self.reason = reason
  }
}
