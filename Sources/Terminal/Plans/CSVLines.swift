/// The records of comma-separated text, each with its line end; quoted line ends are kept within.
package struct CSVLines {
  /// The headings, a byte order mark included.
  package let header: String
  /// The records after them.
  package let rows: [String]

  package init(_ text: String) {
    var records: [String] = []
    var start = text.utf8.startIndex
    var isQuoted = false
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == UInt8(ascii: "\n"), !isQuoted else { continue }
      let end = text.utf8.index(after: index)
      records.append(String(text[start..<end]))
      start = end
    }
    if start < text.utf8.endIndex { records.append(String(text[start...])) }
    header = records.first ?? ""
    rows = Array(records.dropFirst())
  }

  /// A record's first field, without quotes.
  package func firstField(of row: String) -> String {
    guard row.hasPrefix("\"") else {
      return String(row.prefix { $0 != "," && !$0.isNewline })
    }
    var field = ""
    var rest = row.dropFirst()
    while let character = rest.popFirst() {
      guard character == "\"" else {
        field.append(character)
        continue
      }
      guard rest.first == "\"" else { break }
      field.append("\"")
      rest.removeFirst()
    }
    return field
  }
}
