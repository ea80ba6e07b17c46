/// What people call a column of a layer.
public struct ColumnTitle: Sendable, Hashable {
  /// The column.
  public var column: String
  /// A short title, in the language of those who open the file.
  public var title: String
  /// What it holds, in a sentence.
  public var description: String

  /// Makes a title.
  public init(_ column: String, title: String, description: String = "") {
    self.column = column
    self.title = title
    self.description = description
  }
}
