public import CampaignData

/// All versions of one kind of fact, each with the time in which it was the newest known.
public struct FactVersions<Fact: Sendable>: Sendable {
  /// The versions by key, older ones of a key first.
  public let facts: [Fact]
  /// From when on each was known, in seconds since 1970-01-01 UTC.
  public let since: [Int64]
  /// From when on a newer one was known, in the same seconds; `Int64.max` for the newest.
  public let until: [Int64]

  /// Takes versions as they stand; all three have the same count.
  public init(_ facts: [Fact], since: [Int64], until: [Int64]) {
    precondition(facts.count == since.count && facts.count == until.count, "a column is short")
    self.facts = facts
    self.since = since
    self.until = until
  }

  /// Facts of a single version each, sorted by key.
  public init(single facts: [Fact], knownAt: (Fact) -> Moment) {
    self.init(
      facts, since: facts.map { knownAt($0).secondsSince1970 },
      until: [Int64](repeating: .max, count: facts.count))
  }

  /// Whether a version was the newest known at a moment.
  @inline(__always)
  public func isCurrent(_ index: Int, at moment: Moment) -> Bool {
    since[index] <= moment.secondsSince1970 && moment.secondsSince1970 < until[index]
  }

  /// The indices of the versions that were the newest at a moment, ascending.
  public func current(at moment: Moment) -> [Int] {
    facts.indices.filter { isCurrent($0, at: moment) }
  }
}
