internal import CampaignData
internal import Geo

/// A row being read: hands out its values in the order of the columns asked for.
struct FactRow {
  /// When it was known.
  let knownAt: Moment
  private let source: FactSource
  private let feature: Feature
  private var next: Int

  /// A row whose first `skipping` values are not the fact's own.
  init(_ feature: Feature, of source: FactSource, knownAt: Moment, skipping: Int) {
    self.feature = feature
    self.source = source
    self.knownAt = knownAt
    next = skipping
  }

  /// Text, which must be there.
  mutating func text() throws(StoreError) -> String {
    guard let text = optionalText() else { throw failure("a value is missing", "a text") }
    return text
  }

  /// Text, or nil.
  mutating func optionalText() -> String? {
    switch take() {
    case .null: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): String(number)
    }
  }

  /// The words of a list joined by `;`; none for null.
  mutating func list() -> [String] {
    guard let text = optionalText(), !text.isEmpty else { return [] }
    let separator = UInt8(ascii: ";")
    guard text.utf8.contains(separator) else { return [text] }
    return text.utf8.split(separator: separator).map { String(Substring($0)) }
  }

  /// An integer, which must be there.
  mutating func integer() throws(StoreError) -> Int {
    guard let number = try optionalInteger() else {
      throw failure("a value is missing", "an integer")
    }
    return number
  }

  /// An integer, or nil.
  mutating func optionalInteger() throws(StoreError) -> Int? {
    switch take() {
    case .null: return nil
    case .integer(let number): return Int(number)
    case .real(let number) where Int(exactly: number) != nil: return Int(number)
    default: throw failure("not an integer", "an integer")
    }
  }

  /// A number, which must be there.
  mutating func real() throws(StoreError) -> Double {
    guard let number = try optionalReal() else { throw failure("a value is missing", "a number") }
    return number
  }

  /// A number, or nil.
  mutating func optionalReal() throws(StoreError) -> Double? {
    switch take() {
    case .null: return nil
    case .integer(let number): return Double(number)
    case .real(let number): return number
    case .text: throw failure("not a number", "a number")
    }
  }

  /// True for 1, false for 0, nil for null.
  mutating func optionalFlag() throws(StoreError) -> Bool? {
    try optionalInteger().map { $0 != 0 }
  }

  /// A moment, which must be there.
  mutating func moment() throws(StoreError) -> Moment {
    guard let moment = try optionalMoment() else {
      throw failure("a value is missing", "a moment such as 2018-12-24T06:00:00+08:00")
    }
    return moment
  }

  /// A moment, or nil.
  mutating func optionalMoment() throws(StoreError) -> Moment? {
    guard let text = optionalText() else { return nil }
    guard let moment = Moment(stored: text) else {
      throw failure("not a moment", "a moment such as 2018-12-24T06:00:00+08:00")
    }
    return moment
  }

  /// A day, which must be there.
  mutating func date() throws(StoreError) -> CalendarDate {
    guard let date = try optionalDate() else {
      throw failure("a value is missing", "a day such as 2018-12-24")
    }
    return date
  }

  /// A day, or nil.
  mutating func optionalDate() throws(StoreError) -> CalendarDate? {
    guard let text = optionalText() else { return nil }
    guard let date = CalendarDate(text) else {
      throw failure("not a day", "a day such as 2018-12-24")
    }
    return date
  }

  /// A month, which must be there.
  mutating func month() throws(StoreError) -> CalendarMonth {
    guard let month = CalendarMonth(try text()) else {
      throw failure("not a month", "a month such as 2018-12")
    }
    return month
  }

  /// One of the words of an enumeration.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ kind: Word.Type
  ) throws(StoreError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: optionalText() ?? "") else {
      throw failure(
        "an unknown word", "one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  /// The row's position, which must be there.
  func position() throws(StoreError) -> Coordinate {
    guard let position = optionalPosition() else {
      throw source.failure(row: feature.id, "the point is missing", expected: "a point")
    }
    return position
  }

  /// The row's position, or nil.
  func optionalPosition() -> Coordinate? {
    guard case .point(let position) = feature.geometry else { return nil }
    return position
  }

  /// The row's area; empty where it has none.
  func area() -> MultiPolygon {
    guard case .area(let area) = feature.geometry else { return MultiPolygon() }
    return area
  }

  private mutating func take() -> FieldValue {
    next += 1
    return feature.values[next - 1]
  }

  private func failure(_ message: String, _ expected: String) -> StoreError {
    source.failure(
      row: feature.id, column: next - 1, message, found: feature.values[next - 1],
      expected: expected)
  }
}
