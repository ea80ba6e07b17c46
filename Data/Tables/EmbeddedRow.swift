/// A record of an embedded table, read by the names of its columns.
struct EmbeddedRow {
  let fields: [String]
  let positions: [String: Int]

  /// The text in `column`; empty where the table has no such column.
  func text(_ column: String) -> String {
    guard let position = positions[column] else { return "" }
    return fields[position]
  }

  /// The text in `column`, nil when it is empty.
  func optionalText(_ column: String) -> String? {
    let text = text(column)
    return text.isEmpty ? nil : text
  }

  func integer(_ column: String) -> Int? { Int(text(column)) }

  func real(_ column: String) -> Double? { Double(text(column)) }

  /// The calendar day in `column`.
  func date(_ column: String) -> CalendarDate? { CalendarDate(text(column)) }

  /// True for `yes`, false for `no`, nil otherwise.
  func flag(_ column: String) -> Bool? {
    switch text(column) {
    case "yes": true
    case "no": false
    default: nil
    }
  }

  /// The parts between `|`; none when the field is empty.
  func list(_ column: String) -> [String] {
    text(column).split(separator: "|").map(String.init)
  }
}
