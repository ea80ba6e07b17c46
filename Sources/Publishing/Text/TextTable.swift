/// A table that a terminal shows in straight columns, Chinese characters included.
public struct TextTable: Sendable {
  /// On which side a column's blanks stand.
  public enum Alignment: Sendable, Hashable {
    /// Text.
    case left
    /// Numbers.
    case right
  }

  private let headings: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []
  private var hasFooter = false

  /// Begins a table.
  public init(_ columns: [(heading: String, alignment: Alignment)]) {
    headings = columns.map(\.heading)
    alignments = columns.map(\.alignment)
  }

  /// Adds a row; missing values at its end are empty, values too many are left out.
  public mutating func append(_ row: [String]) {
    let missing = max(0, headings.count - row.count)
    rows.append(Array(row.prefix(headings.count)) + Array(repeating: "", count: missing))
  }

  /// Adds a last row under a line, for totals.
  public mutating func appendFooter(_ row: [String]) {
    append(row)
    hasFooter = true
  }

  /// The table, each line with its end; no blanks stand before a line's end.
  public var text: String {
    let widths = headings.indices.map { column in
      rows.reduce(headings[column].displayWidth) { max($0, $1[column].displayWidth) }
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    var lines = [line(headings, widths: widths), rule]
    for (index, row) in rows.enumerated() {
      if hasFooter, index == rows.count - 1 { lines.append(rule) }
      lines.append(line(row, widths: widths))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ values: [String], widths: [Int]) -> String {
    var text = values.indices.map { column in
      values[column].padded(to: widths[column], leading: alignments[column] == .right)
    }.joined(separator: "  ")
    while text.last == " " { text.removeLast() }
    return text
  }
}
