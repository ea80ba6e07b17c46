internal import Inspection

/// Collects the rows of an append-only table and keeps the newest of each key.
///
/// Newest is the latest `known_at`, among equals the latest `imported_at`, among equals the last
/// row. Rows that come in ascending order of their keys, as one import writes them, cost nothing;
/// others a sort: O(n log n).
struct NewestVersions<Fact: StoredFact> {
  private var facts: [Fact] = []
  private var moments: [(known: Int64, imported: Int64)] = []
  private var isAscending = true

  /// Adds a row; rows must come in the order of their numbers.
  mutating func append(_ fact: Fact, known: Int64, imported: Int64) {
    if isAscending, let last = facts.last, !(last.key < fact.key) { isAscending = false }
    facts.append(fact)
    moments.append((known, imported))
  }

  /// The newest version of each key, by key.
  consuming func sortedByKey() -> [Fact] {
    guard !isAscending else { return facts }
    let order = facts.indices.sorted(by: precedes)
    var newest: [Fact] = []
    newest.reserveCapacity(facts.count)
    for (place, row) in order.enumerated() {
      let isLast = place + 1 == order.count || facts[order[place + 1]].key != facts[row].key
      if isLast { newest.append(facts[row]) }
    }
    return newest
  }

  /// Every version, by key and age, with the time in which it was the newest.
  consuming func allVersions() -> FactVersions<Fact> {
    if !isAscending {
      let order = facts.indices.sorted(by: precedes)
      facts = order.map { facts[$0] }
      moments = order.map { moments[$0] }
    }
    var until = [Int64](repeating: .max, count: facts.count)
    for row in facts.indices.dropLast() where facts[row].key == facts[row + 1].key {
      until[row] = moments[row + 1].known
    }
    return FactVersions(facts, since: moments.map(\.known), until: until)
  }

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    let keys = (facts[first].key, facts[second].key)
    if keys.0 != keys.1 { return keys.0 < keys.1 }
    return (moments[first].known, moments[first].imported, first)
      < (moments[second].known, moments[second].imported, second)
  }
}
