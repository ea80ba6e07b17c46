/// What is written behind rows of delimited text, by the group that a row belongs to: fields with
/// their separators, and the line end.
public struct RowEndings: Sendable {
  /// The texts one after another, the one for rows of no group first.
  let bytes: [UInt8]
  let starts: [Int32]
  /// The longest of them.
  let longest: Int
  let dialect: DelimitedDialect
  /// How many fields each has.
  public let fieldCount: Int

  /// Spells the fields of every group; a row of no group, -1, gets as many empty ones.
  public init(_ groups: [[String]], fieldCount: Int, dialect: DelimitedDialect) {
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    var longest = 0
    let empty = [String](repeating: "", count: fieldCount)
    for fields in [empty] + groups {
      let start = bytes.count
      for field in fields { bytes += [dialect.separator] + dialect.field(field) }
      bytes += dialect.lineEnd
      longest = max(longest, bytes.count - start)
      starts.append(Int32(truncatingIfNeeded: bytes.count))
    }
    // Rows are copied in steps that reach beyond their end.
    bytes += [UInt8](repeating: 0, count: RowBlock.padding)
    self.bytes = bytes
    self.starts = starts
    self.longest = longest
    self.dialect = dialect
    self.fieldCount = fieldCount
  }

  /// The text of a group without the line end.
  func fields(_ group: Int32) -> ArraySlice<UInt8> {
    let place = Int(group) + 1
    return bytes[Int(starts[place])..<Int(starts[place + 1]) - dialect.lineEnd.count]
  }
}
