/// Tells new, changed, same and conflicting records apart by their identifiers.
struct Duplicates {
  /// What a record is beside those before it.
  enum Verdict: Equatable {
    /// The workspace has no record with this identifier.
    case new
    /// The workspace has one that says something else: this is its new version.
    case updated
    /// The workspace or an earlier row says the same.
    case same
    /// An earlier row of the file has the identifier and says something else.
    case conflict(row: Int)
  }

  private let stored: [String: UInt64]
  private var seen: [String: (hash: UInt64, row: Int)] = [:]

  /// Compares with the newest version of each record of the workspace.
  init(stored: [String: UInt64]) { self.stored = stored }

  /// The verdict on a record, which then counts as seen.
  mutating func judge(identifier: String, hash: UInt64, row: Int) -> Verdict {
    if let first = seen[identifier] {
      return first.hash == hash ? .same : .conflict(row: first.row)
    }
    seen[identifier] = (hash, row)
    guard let known = stored[identifier] else { return .new }
    return known == hash ? .same : .updated
  }
}
