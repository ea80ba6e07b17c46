import CampaignData

/// A table as comma-separated text (RFC 4180, lines end in LF).
struct DelimitedText {
  /// UTF-8's byte order mark: without it Excel takes Chinese for the system's own encoding.
  static let byteOrderMark = "\u{FEFF}"

  private(set) var text: String
  private let columnCount: Int

  /// Begins a table with its headings, after a byte order mark.
  init(headings: [String]) {
    text = Self.byteOrderMark
    columnCount = headings.count
    append(headings)
  }

  /// Begins a list of `Data/tables/list_columns.csv`: in Chinese with its headings, in English with
  /// the keys that never change.
  init(list: String, language: Language) {
    self.init(
      headings: CampaignData.columns(ofList: list).map { column in
        language.pick(zh: column.headingZH, en: column.key)
      })
  }

  /// Adds a row; it has as many values as there are headings.
  mutating func append(_ row: [String]) {
    precondition(row.count == columnCount, "a row has another number of values than headings")
    for (index, value) in row.enumerated() {
      if index > 0 { text += "," }
      Self.write(value, to: &text)
    }
    text += "\n"
  }

  private static func write(_ value: String, to text: inout String) {
    let mustQuote = value.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    let isPadded = value.first == " " || value.last == " "
    guard mustQuote || isPadded else {
      text += value
      return
    }
    text += "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }
}
