internal import CampaignData
internal import Geo

/// What a kind of record needs beside its own values: an identifier, defaults, a site, a cell.
protocol Completion {
  /// Fills in a record that has been placed; throws where it cannot be used.
  mutating func complete(_ draft: inout Draft) throws(Rejection)

  /// What the reader should know afterwards, as sentences.
  var remarks: [String] { get }
}

extension Completion {
  var remarks: [String] { [] }
}

/// Reads and writes the values of a record by the names of their columns.
struct ColumnAccess {
  private let match: HeadingMatch

  /// Access to the columns that a file's headings were matched with.
  init(_ match: HeadingMatch) { self.match = match }

  /// The text in a column; nil if it is empty or the kind has no such column.
  func text(_ column: String, of draft: Draft) -> String? {
    guard let position = match.position(of: column), case .text(let text) = draft.values[position]
    else { return nil }
    return text
  }

  /// The number in a column; nil if it is empty.
  func number(_ column: String, of draft: Draft) -> Double? {
    guard let position = match.position(of: column) else { return nil }
    return switch draft.values[position] {
    case .integer(let number): Double(number)
    case .real(let number): number
    default: nil
    }
  }

  /// The moment in a column; nil if it is empty.
  func moment(_ column: String, of draft: Draft) -> Moment? {
    text(column, of: draft).flatMap { Moment(stored: $0) }
  }

  /// The value in a column; null if the kind has no such column.
  func value(_ column: String, of draft: Draft) -> FieldValue {
    match.position(of: column).map { draft.values[$0] } ?? .null
  }

  /// Puts a value into a column.
  func set(_ column: String, _ value: FieldValue, of draft: inout Draft) {
    if let position = match.position(of: column) { draft.values[position] = value }
  }

  /// Puts a value into a column that is empty.
  func fill(_ column: String, _ value: FieldValue, of draft: inout Draft) {
    if let position = match.position(of: column), draft.values[position] == .null {
      draft.values[position] = value
    }
  }

  /// The heading that brings a column, else its name.
  func heading(_ column: String) -> String {
    match.position(of: column).map(match.heading(of:)) ?? column
  }

  /// Makes an identifier from columns where the file brings none.
  func identify(
    _ prefix: String, by columns: [String], withPlace: Bool = false, _ draft: inout Draft
  ) {
    let values = columns.map { value($0, of: draft) }
    let place = withPlace ? draft.geometry : nil
    fill("id", Identity.make(prefix, from: values, at: place), of: &draft)
  }

  /// A rejection of a record for what stands in a column.
  func rejection(_ column: String, of draft: Draft, _ reason: String) -> Rejection {
    Rejection(
      row: draft.number, column: heading(column),
      value: FieldParser.text(of: value(column, of: draft)), reason: reason)
  }
}
