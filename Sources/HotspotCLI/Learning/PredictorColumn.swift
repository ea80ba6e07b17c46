import Geo
import Inspection

/// Reads a column as numbers or as a category.
struct PredictorColumn {
  let name: String
  private(set) var isCategory: Bool
  private var numbers: [Double] = []
  private var levels: [Int32] = []
  private var codes: [String: Int32] = [:]
  private var names: [String] = []
  private var unreadable = 0
  private var known = 0
  /// How many values are dates, if all so far are; else 0.
  private var dates = 0
  private var firstFault: (row: Int, text: String)?

  /// Texts in a column of numbers, as a part of its values, up to which they count as missing.
  private static let toleratedFaults = 0.02

  init(name: String, isCategory: Bool) {
    self.name = name
    self.isCategory = isCategory
  }

  mutating func add(_ value: FieldValue) {
    if isCategory { addLevel(value) } else { addNumber(value) }
  }

  private mutating func addNumber(_ value: FieldValue) {
    if let number = Self.number(value) {
      known += 1
      if dates > 0 { forgetDates() }
      return numbers.append(number)
    }
    guard case .text(let text) = value, !InspectionMissing.isMissing(text) else {
      return numbers.append(.nan)
    }
    known += 1
    unreadable += 1
    firstFault = firstFault ?? (numbers.count + 1, text)
    let day = dates + 1 == known ? InspectionDates.anyDay(text) : nil
    if day != nil { dates += 1 } else if dates > 0 { forgetDates() }
    numbers.append(day ?? .nan)
  }

  /// Dates in a column that holds something else too are as unreadable as other texts.
  private mutating func forgetDates() {
    for row in numbers.indices { numbers[row] = .nan }
    dates = 0
  }

  /// Whether every value is a date, in days.
  var isDates: Bool { !isCategory && known > 0 && dates == known }

  /// A number as tables write it: bare, or with signs of money and parts, or thousands set apart.
  private static func number(_ value: FieldValue) -> Double? {
    guard case .text(let text) = value else {
      return value.number.flatMap { $0.isFinite ? $0 : nil }
    }
    if let number = Double(text) { return number.isFinite ? number : nil }
    guard let first = text.utf8.first(where: { $0 != UInt8(ascii: " ") }), first < 65 else {
      return nil
    }
    let bare = text.filter { !$0.isWhitespace && $0 != "$" && $0 != "%" && $0 != "," }
    guard !text.contains(",") || hasThousands(text) else { return nil }
    return Double(bare).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Whether every comma has three digits after it, as in 1,234,567.8.
  private static func hasThousands(_ text: String) -> Bool {
    let whole = text.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    return whole.dropFirst().allSatisfy { part in
      part.filter(\.isNumber).count == 3 && part.prefix(3).allSatisfy(\.isNumber)
    }
  }

  private mutating func addLevel(_ value: FieldValue) {
    let text = value.written
    guard !InspectionMissing.isMissing(text) else { return levels.append(-1) }
    if let code = codes[text] { return levels.append(code) }
    let code = Int32(names.count)
    codes[text] = code
    names.append(text)
    levels.append(code)
  }

  /// Whether the column was read as numbers but is none: to be read again as a category.
  var mustBeCategory: Bool {
    !isCategory && !isDates && Double(unreadable) > Self.toleratedFaults * Double(known)
  }

  /// Texts among numbers that were taken as missing, with the first.
  var tolerated: (count: Int, row: Int, text: String)? {
    guard !isCategory, !isDates, let firstFault else { return nil }
    return (unreadable, firstFault.row, firstFault.text)
  }

  /// The predictor, of the rows to keep.
  func predictor(keeping rows: [Int]) -> Predictor {
    guard isCategory else {
      return Predictor(name: name, values: .numbers(rows.map { numbers[$0] }))
    }
    // Levels by name, whatever the order of the rows.
    let order = names.indices.sorted { names[$0] < names[$1] }
    var ranks = [Int32](repeating: 0, count: names.count)
    for (rank, code) in order.enumerated() { ranks[code] = Int32(rank) }
    return Predictor(
      name: name,
      values: .categories(
        rows.map { levels[$0] < 0 ? -1 : ranks[Int(levels[$0])] }, names: order.map { names[$0] }))
  }
}
