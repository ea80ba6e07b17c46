import CampaignData

/// A table as a user would have it: Chinese headings and words, ready for `hotspot import`.
struct InputTable {
  private let columns: [ColumnDefinition]
  private let words: [[String: String]]
  private var table: DelimitedText

  /// Begins a table with some columns of a kind of import, by name; unknown names are left out.
  init(kind: String, columns names: [String]) {
    let kind = Schema.kind(named: kind)
    columns = names.compactMap { kind?.column(named: $0) }
    words = columns.map(Self.words)
    table = DelimitedText(headings: columns.map(\.zh))
  }

  /// The table as comma-separated text.
  var text: String { table.text }

  /// Adds a row; keys of vocabularies become their Chinese words.
  mutating func append(_ values: [InputValue]) {
    table.append(zip(values, words).map { value, words in value.text(words) })
  }

  private static func words(of column: ColumnDefinition) -> [String: String] {
    guard let vocabulary = column.vocabulary.flatMap(CampaignData.vocabulary(named:)) else {
      return [:]
    }
    return Dictionary(
      vocabulary.terms.map { ($0.key, $0.zh) }, uniquingKeysWith: { first, _ in first })
  }
}

/// A value of an input table.
enum InputValue {
  /// Text, or a key of the column's vocabulary; nil: empty.
  case text(String?)
  /// Several of them.
  case list([String])
  /// A whole number.
  case integer(Int?)
  /// A number with its decimals.
  case decimal(Double?, places: Int)
  /// True or false.
  case flag(Bool?)
  /// A point in time.
  case moment(Moment?)

  func text(_ words: [String: String]) -> String {
    switch self {
    case .text(let text): text.map { words[$0] ?? $0 } ?? ""
    case .list(let texts): texts.map { words[$0] ?? $0 }.joined(separator: ";")
    case .integer(let number): number.map { String($0) } ?? ""
    case .decimal(let number, let places): number.map { Decimal.text($0, places: places) } ?? ""
    case .flag(let flag): flag.map { $0 ? "是" : "否" } ?? ""
    case .moment(let moment): moment?.description ?? ""
    }
  }
}
