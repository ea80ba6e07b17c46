internal import CampaignData
internal import Geo

/// Turns the values of one field into the values of its column.
struct FieldParser {
  /// The column.
  let column: ColumnDefinition
  /// The heading under which the file brings it.
  let heading: String
  /// How many numbers had commas, blanks or percent signs taken out.
  private(set) var cleanedNumbers = 0
  /// How many words an open vocabulary did not know and kept.
  private(set) var unknownWords = 0

  private let vocabulary: Vocabulary?
  private var knownWords: [String: FieldValue] = [:]

  /// A parser for a column.
  init(_ column: ColumnDefinition, heading: String) {
    self.column = column
    self.heading = heading
    let name = column.vocabulary ?? (column.type == .boolean ? "boolean" : nil)
    vocabulary = name.flatMap(CampaignData.vocabulary(named:))
  }

  /// The value for the column; null where the field is empty.
  ///
  /// Throws a rejection that names the heading, the value and what is wrong with it.
  mutating func parse(_ value: FieldValue, row: Int) throws(Rejection) -> FieldValue {
    if case .null = value { return .null }
    let raw = Self.text(of: value)
    if let known = knownWords[raw] { return known }
    let text = PlainText.trimmed(raw)
    if text.isEmpty { return .null }
    do throws(FieldFailure) {
      if vocabulary != nil || column.type == .list { return try word(text, raw) }
      if column.type != .text, isMissing(text) { return .null }
      return try plain(value, text)
    } catch {
      throw Rejection(row: row, column: heading, value: raw, reason: error.reason)
    }
  }

  /// What is wrong with a value.
  private struct FieldFailure: Error {
    let reason: String
  }

  private mutating func plain(
    _ value: FieldValue, _ text: String
  ) throws(FieldFailure) -> FieldValue {
    switch column.type {
    case .text, .list, .boolean: return .text(text)
    case .code: return .text(try code(text))
    case .integer:
      let number = try number(value, text)
      guard let whole = Int64(exactly: number) else {
        throw FieldFailure(reason: "not a whole number")
      }
      return .integer(whole)
    case .real: return .real(try number(value, text))
    case .date:
      guard let date = CalendarDate(text) ?? Moment(text)?.date else { throw noDate(text) }
      return .text(date.description)
    case .moment:
      guard let moment = Moment(text) else { throw noDate(text) }
      return .text(moment.description)
    }
  }

  private mutating func number(
    _ value: FieldValue, _ text: String
  ) throws(FieldFailure) -> Double {
    if case .real(let number) = value, number.isFinite { return number }
    if case .integer(let number) = value { return Double(number) }
    do throws(NumberText.Failure) {
      let number = try NumberText(text)
      if number.isCleaned { cleanedNumbers += 1 }
      return number.value
    } catch {
      switch error {
      case .notFinite: throw FieldFailure(reason: "not a finite number")
      case .trailing: throw FieldFailure(reason: "a number with something behind it")
      case .noNumber: throw FieldFailure(reason: "not a number")
      }
    }
  }

  private func code(_ text: String) throws(FieldFailure) -> String {
    if text.utf8.allSatisfy({ 48...57 ~= $0 || 65...90 ~= $0 && $0 != 69 }) { return text }
    let code = PlainText.halfWidth(text)
    if code.hasSuffix(".0"), code.dropLast(2).allSatisfy({ $0.isASCII && $0.isNumber }) {
      return String(code.dropLast(2))
    }
    let parts = code.split(separator: "E", omittingEmptySubsequences: false)
    if parts.count == 2, code.contains("."), Double(parts[0]) != nil, parts[1].hasPrefix("+") {
      throw FieldFailure(
        reason: "a spreadsheet turned the code into a number; format the column as text")
    }
    return code
  }

  private func noDate(_ text: String) -> FieldFailure {
    if let serial = Double(text), (20_000...80_000).contains(serial) {
      return FieldFailure(
        reason: "a spreadsheet's day number; format the column as a date such as 2018-11-30")
    }
    return FieldFailure(reason: "no such day or time; write it as 2018-11-30 or 2018-11-30 06:00")
  }

  /// True for the words that stand for nothing; none of them begins with a digit.
  private func isMissing(_ text: String) -> Bool {
    if let first = text.utf8.first, 48...57 ~= first { return false }
    return CampaignData.isMissing(text)
  }

  /// A word of a vocabulary, or several; each wording is looked up once.
  private mutating func word(_ text: String, _ raw: String) throws(FieldFailure) -> FieldValue {
    let found: FieldValue
    if let key = vocabulary?.key(for: text) {
      found = column.type == .boolean ? .integer(key == "true" ? 1 : 0) : .text(key)
    } else if CampaignData.isMissing(text) {
      found = .null
    } else if column.type == .list {
      var words: [String] = []
      // References to files have slashes of their own.
      let signs = column.name == "photos" ? ";；、,，|\n" : ";；、,，|/\n"
      for part in text.split(whereSeparator: { signs.contains($0) }) {
        let part = PlainText.trimmed(String(part))
        if !part.isEmpty { words.append(try keyOrWord(part)) }
      }
      found = words.isEmpty ? .null : .text(words.joined(separator: ";"))
    } else {
      found = .text(try keyOrWord(text))
    }
    if knownWords.count < 1000 { knownWords[raw] = found }
    return found
  }

  private mutating func keyOrWord(_ text: String) throws(FieldFailure) -> String {
    guard let vocabulary else { return text }
    if let key = vocabulary.key(for: text) { return key }
    if column.isVocabularyOpen {
      unknownWords += 1
      return text
    }
    let near = NearestWord.to(
      text, among: vocabulary.terms.flatMap { [$0.zh, $0.en] + $0.aliases })
    let expected = vocabulary.terms.map { $0.zh == $0.key ? $0.key : "\($0.zh) (\($0.key))" }
    throw FieldFailure(
      reason: near.map { "unknown word; did you mean \($0)?" }
        ?? "unknown word; expected " + expected.joined(separator: ", "))
  }

  /// A value as the text that a person sees.
  static func text(of value: FieldValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .real(let number): Int64(exactly: number).map { String($0) } ?? String(number)
    }
  }
}
