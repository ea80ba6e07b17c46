/// How many visits of a kind of site ended in an outcome.
public struct OutcomeTally: Sendable, Hashable {
  /// Vocabulary `outcome`.
  public let outcome: String
  /// Vocabulary `site_kind`; empty for visits of no known site.
  public let siteKind: String
  /// How many there were.
  public let visits: Int

  /// Visits by outcome and kind of site, both ascending.
  static func tallies(of visits: [WorkedVisits.Row]) -> [OutcomeTally] {
    var counts: [[String]: Int] = [:]
    for visit in visits { counts[[visit.outcome, visit.siteKind], default: 0] += 1 }
    return counts.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { key in
      OutcomeTally(outcome: key[0], siteKind: key[1], visits: counts[key] ?? 0)
    }
  }
}
