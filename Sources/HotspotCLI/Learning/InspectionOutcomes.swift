import Geo
import Terminal

/// Reads a column of outcomes: 1 for a hit, 0 for none, NaN where missing.
struct InspectionOutcomes {
  private let hit: String?
  private(set) var values: [Double] = []
  /// How many rows have a number above 1, which is taken for a hit.
  private(set) var counted = 0
  /// Words other than yes and no that were taken for a hit and for none.
  private(set) var words: Set<String> = []
  private var fault: (row: Int, text: String)?
  /// What a text was read as, so that each is looked at once.
  private var read: [String: Double] = [:]

  private static let yes: Set<String> = ["true", "t", "yes", "y", "是", "有"]
  private static let no: Set<String> = ["false", "f", "no", "n", "否", "无"]
  private static let found: Set<String> = [
    "problem", "hit", "fail", "failed", "failure", "violation", "positive", "不合格", "有问题",
  ]
  private static let clean: Set<String> = [
    "none", "miss", "pass", "passed", "no violation", "negative", "clean", "合格", "无问题",
  ]

  /// - Parameter hit: The text that is a hit; nil: 1, true, yes, fail and numbers above 0 are.
  init(hit: String?) { self.hit = hit?.trimmed.lowercased() }

  mutating func add(_ value: FieldValue) {
    if case .text(let text) = value {
      if let known = read[text] { return values.append(known) }
      let before = counted
      let number = self.value(of: text)
      // Counts and faults are told row by row.
      if counted == before, !number.isNaN { read[text] = number }
      return values.append(number)
    }
    values.append(self.value(of: value.written))
  }

  private mutating func value(of text: String) -> Double {
    let folded = text.trimmed.lowercased()
    if let hit { return folded == hit ? 1 : (InspectionMissing.isMissing(text) ? .nan : 0) }
    if Self.yes.contains(folded) { return 1 }
    if Self.no.contains(folded) { return 0 }
    if Self.found.contains(folded) || Self.clean.contains(folded) {
      words.insert(folded)
      return Self.found.contains(folded) ? 1 : 0
    }
    if InspectionMissing.isMissing(text) { return .nan }
    guard let number = Double(folded), number >= 0, number.isFinite else {
      fault = fault ?? (values.count + 1, text)
      return .nan
    }
    if number > 1 { counted += 1 }
    return number > 0 ? 1 : 0
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
