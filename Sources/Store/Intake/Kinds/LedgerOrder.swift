internal import CampaignData
internal import Geo

/// The order in which a ledger's entries are taken, whatever order the file has them in.
///
/// What was known earlier comes first, so that the last word stays; of one moment, entries with a
/// place, and of these and the others those that name their site by an identifier or a credit code, so
/// that the rest finds the sites that they make; then by what they say, the number in the list last.
struct LedgerOrder {
  private let columns: ColumnAccess
  private let entry: Int?

  init(_ match: HeadingMatch) {
    columns = ColumnAccess(match)
    entry = match.position(of: "entry")
  }

  /// The entries in that order; equal ones are the same but for their rows.
  func sorted(_ drafts: [Draft]) -> [Draft] {
    let keys = drafts.map(key)
    return drafts.indices.sorted { keys[$0] < keys[$1] }.map { drafts[$0] }
  }

  private struct Key: Comparable {
    var knownAt: Moment
    var rank: Int
    var words: String

    static func < (one: Key, other: Key) -> Bool {
      (one.knownAt, one.rank, one.words) < (other.knownAt, other.rank, other.words)
    }
  }

  private func key(of draft: Draft) -> Key {
    let naming =
      columns.text("site_id", of: draft) != nil
      ? 0 : columns.text("credit_code", of: draft) != nil ? 1 : 2
    var words = draft.values.indices.filter { $0 != entry }.map {
      FieldParser.text(of: draft.values[$0])
    }
    words.append(draft.point.map { "\($0.x) \($0.y)" } ?? "")
    if let entry { words.append(FieldParser.text(of: draft.values[entry])) }
    return Key(
      knownAt: draft.knownAt, rank: draft.point == nil ? naming + 3 : naming,
      words: words.joined(separator: "\u{1F}"))
  }
}
