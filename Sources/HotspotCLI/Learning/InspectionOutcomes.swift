import Geo

/// Reads a column of outcomes: 1 for a hit, 0 for none, NaN where missing.
struct InspectionOutcomes {
  private let hit: String?
  private(set) var values: [Double] = []
  /// How many rows have a number above 1, which is taken for a hit.
  private(set) var counted = 0
  private var fault: (row: Int, text: String)?

  private static let yes: Set<String> = ["true", "t", "yes", "y", "problem", "hit", "是", "有"]
  private static let no: Set<String> = ["false", "f", "no", "n", "none", "miss", "否", "无"]

  /// - Parameter hit: The text that is a hit; nil: 1, true, yes and numbers above 0 are.
  init(hit: String?) { self.hit = hit }

  mutating func add(_ value: FieldValue) {
    let text = value.written
    if let hit {
      values.append(text == hit ? 1 : (InspectionMissing.isMissing(text) ? .nan : 0))
      return
    }
    let folded = text.lowercased().filter { !$0.isWhitespace }
    if Self.yes.contains(folded) { return values.append(1) }
    if Self.no.contains(folded) { return values.append(0) }
    if InspectionMissing.isMissing(text) { return values.append(.nan) }
    guard let number = Double(folded), number >= 0, number.isFinite else {
      fault = fault ?? (values.count + 1, text)
      return values.append(.nan)
    }
    if number > 1 { counted += 1 }
    values.append(number > 0 ? 1 : 0)
  }

  /// Throws if a value is neither a hit nor none.
  func check(column: String, file: String) throws {
    if let fault {
      throw CommandFailure(
        status: .badData,
        message:
          "\(column) is \"\(fault.text)\"; expected are 0 or 1, true or false, yes or no, or "
          + "a count", file: file, row: fault.row,
        hint: "Say which text is a hit, as in --hit Fail.")
    }
    if let hit, !values.contains(1) {
      throw CommandFailure(
        status: .badData, message: "no row has \"\(hit)\" in \(column)", file: file,
        hint: "Name the text of a hit with --hit as the file writes it.")
    }
  }
}
