internal import Foundation

/// A number as people type it.
struct NumberText: Equatable {
  /// Why a text is no number.
  enum Failure: Error, Equatable {
    /// `NaN` or an infinity.
    case notFinite
    /// A number with something behind it, a unit for instance.
    case trailing(String)
    /// No number at all.
    case noNumber
  }

  /// The value; of a percentage, the share.
  let value: Double
  /// True if commas, blanks or a percent sign had to be taken out.
  let isCleaned: Bool

  /// Reads a text: `1234.5`, `1,234.5`, `１２３`, `1 234`, `62%`.
  init(_ text: String) throws(Failure) {
    if let value = Double(text) {
      guard value.isFinite else { throw .notFinite }
      self.init(value: value, isCleaned: false)
      return
    }
    var cleaned = PlainText.halfWidth(text)
    let isPercentage = cleaned.hasSuffix("%")
    if isPercentage { cleaned.removeLast() }
    cleaned = try Self.withoutSeparators(cleaned)
    guard let value = Double(cleaned) else { throw Self.failure(cleaned) }
    guard value.isFinite else { throw .notFinite }
    self.init(value: isPercentage ? value / 100 : value, isCleaned: true)
  }

  private init(value: Double, isCleaned: Bool) {
    self.value = value
    self.isCleaned = isCleaned
  }

  /// Takes out blanks, and commas that stand between groups of three digits.
  private static func withoutSeparators(_ text: String) throws(Failure) -> String {
    let compact = text.filter { !$0.isWhitespace }
    guard compact.contains(",") else { return compact }
    let whole = compact.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      (1...3).contains(groups[0].drop { $0 == "-" || $0 == "+" }.count)
      && groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
    // 116,38 may be a decimal comma: nobody can tell, so it is no number here.
    guard isGrouped else { throw .noNumber }
    return compact.replacingOccurrences(of: ",", with: "")
  }

  private static func failure(_ text: String) -> Failure {
    let head = text.prefix { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
    guard !head.isEmpty, Double(head) != nil else { return .noNumber }
    return .trailing(String(text.dropFirst(head.count)))
  }
}
