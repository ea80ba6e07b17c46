internal import CampaignData
internal import Geo

/// A kind of fact as rows of one table: written and read by the same list of columns.
protocol StoredFact: Sendable {
  /// What tells one fact from another; its versions share it.
  associatedtype Key: Comparable & Sendable

  /// The table's name.
  static var table: String { get }
  /// The columns of `values`, in the same order.
  static var columns: [String] { get }
  /// False where a plan never needs the geometry: it is then not read.
  static var readsGeometry: Bool { get }

  /// What tells this fact from another.
  var key: Key { get }
  /// The values of `columns`.
  var values: [FieldValue] { get }
  /// What is drawn on a map.
  var geometry: Geometry? { get }

  /// Takes the values of `columns` from a row, one after the other.
  init(_ row: inout FactRow) throws(StoreError)
}

extension StoredFact {
  static var readsGeometry: Bool { false }
  var geometry: Geometry? { nil }
}

extension FieldValue {
  /// Text, or null for nil.
  static func optional(_ text: String?) -> FieldValue { text.map { .text($0) } ?? .null }
  /// A number, or null for nil.
  static func optional(_ number: Double?) -> FieldValue { number.map { .real($0) } ?? .null }
  /// An integer, or null for nil.
  static func optional(_ number: Int?) -> FieldValue {
    number.map { .integer(Int64($0)) } ?? .null
  }
  /// 1 for true, 0 for false, null for nil.
  static func optional(_ flag: Bool?) -> FieldValue { flag.map { .flag($0) } ?? .null }
  /// 1 for true, 0 for false.
  static func flag(_ flag: Bool) -> FieldValue { .integer(flag ? 1 : 0) }
  /// A moment in ISO 8601 and China Standard Time, which sorts as text.
  static func moment(_ moment: Moment) -> FieldValue { .text(moment.description) }
  /// A moment, or null for nil.
  static func optional(_ moment: Moment?) -> FieldValue { moment.map { .moment($0) } ?? .null }
  /// Several words joined by `;`.
  static func list(_ words: [String]) -> FieldValue { .text(words.joined(separator: ";")) }
}
