/// The first few rows of a file that are odd, and why.
struct JoinRemarks: Sendable, Hashable {
  /// How many are kept.
  static let limit = 5

  private(set) var texts: [String] = []

  /// Notes a row, counted from 1.
  mutating func add(row: Int, _ reason: String) {
    if texts.count < Self.limit { texts.append("row \(row): \(reason)") }
  }
}
