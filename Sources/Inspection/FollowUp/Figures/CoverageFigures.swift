import CampaignData
import Geo

/// How much has been visited, by place, topic, ledger or round; what was known counts.
///
/// A visit counts for the township of its site, else for that of the position it was reported from; a
/// site of several topics counts for each of them.
public struct CoverageFigures: Sendable {
  /// What the parts are.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Inspected cities.
    case city
    /// Counties.
    case county
    /// Townships.
    case township
    /// Topics 督查内容 of sites; problems by their own.
    case topic
    /// Ledgers 台账 of sites.
    case ledger
    /// Rounds up to the one asked for.
    case round
  }

  /// What the parts are.
  public let kind: Kind
  /// The round that counts as this one.
  public let round: Int
  /// The parts: places, topics and ledgers in the order of their tables or codes, rounds ascending.
  public let parts: [CoverageCount]
  /// All ground together, in the round.
  public let total: CoverageCount

  /// Counts by a kind of part.
  ///
  /// - Parameter round: Visits of later rounds do not count.
  /// - Throws: `PROJError` if the projection of the grid cannot be had, or an index error.
  /// - Complexity: O(n log n) in sites and visits.
  public init(_ snapshot: Snapshot, by kind: Kind, inRound round: Int) throws {
    let visits = try WorkedVisits(snapshot, bases: [:]).rows.filter { $0.round <= round }
    self.init(CoverageGround(snapshot), visits: visits, by: kind, inRound: round)
  }

  init(_ ground: CoverageGround, visits: [WorkedVisits.Row], by kind: Kind, inRound round: Int) {
    self.kind = kind
    self.round = round
    total = ground.count("", by: .all, visits: visits, inRound: round)
    guard kind != .round else {
      parts = Set(visits.map(\.round)).union([round]).sorted().map { number in
        ground.count(
          String(number), by: .all, visits: visits.filter { $0.round <= number }, inRound: number)
      }
      return
    }
    let division = CoverageGround.Division(kind)
    let visitsOfPart = ground.visits(visits, by: division)
    let keys = Set(visitsOfPart.keys).union(ground.keys(by: division))
    parts = Self.ordered(keys, kind).map { key in
      ground.count(key, by: division, visits: visitsOfPart[key] ?? [], inRound: round)
    }
  }

  /// Keys in the order of the campaign's tables, others after them, what is not known last.
  private static func ordered(_ keys: Set<String>, _ kind: Kind) -> [String] {
    let known =
      switch kind {
      case .city: CampaignData.cities.map(\.code)
      case .topic: CampaignData.topics.map(\.key)
      case .ledger: CampaignData.ledgerKinds.map(\.key)
      case .county, .township, .round: [String]()
      }
    let others = keys.subtracting(known).subtracting([""]).sorted()
    return known.filter(keys.contains) + others + (keys.contains("") ? [""] : [])
  }
}
