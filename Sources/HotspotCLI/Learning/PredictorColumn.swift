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
      return numbers.append(number)
    }
    numbers.append(.nan)
    guard case .text(let text) = value, !InspectionMissing.isMissing(text) else { return }
    known += 1
    unreadable += 1
    firstFault = firstFault ?? (numbers.count, text)
  }

  /// As `number`, with a short way for text that is a bare number.
  private static func number(_ value: FieldValue) -> Double? {
    if case .text(let text) = value, let number = Double(text), number.isFinite { return number }
    return value.number
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
    !isCategory && Double(unreadable) > Self.toleratedFaults * Double(known)
  }

  /// Texts among numbers that were taken as missing, with the first.
  var tolerated: (count: Int, row: Int, text: String)? {
    guard !isCategory, let firstFault else { return nil }
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
