import CampaignData

/// Which teams are drawn for special action groups: those that found most for where they went.
///
/// The plan takes their members from the teams that did best (section 7.1). A team's score is the
/// problems that its visits found over those to expect, both with ten added: a visit is expected to find
/// what all visits of the same kind of site in the same city found, so that easy ground lifts nobody,
/// and ten keeps a few lucky visits from leading. A ranking of teams may take this one's place.
public enum TourTeams {
  /// What keeps few visits from leading, in problems.
  private static let prior = 10.0

  /// The best teams, as many as are asked for: indices in `Facts.teams`, the best first.
  ///
  /// Those without a visit are left out. Throws what joining visits to townships throws.
  public static func best(_ count: Int, of snapshot: Snapshot) throws -> [Int] {
    let visits = try WorkedVisits(snapshot, bases: [:]).rows.filter { !$0.teamID.isEmpty }
    let kinds = Dictionary(grouping: visits) { [$0.cityCode, $0.siteKind] }
    let rates = kinds.mapValues { Double($0.count(where: \.isHit)) / Double($0.count) }
    var scores: [String: (found: Double, expected: Double)] = [:]
    for visit in visits {
      scores[visit.teamID, default: (0, 0)].found += visit.isHit ? 1 : 0
      scores[visit.teamID, default: (0, 0)].expected +=
        rates[[visit.cityCode, visit.siteKind]] ?? 0
    }
    let teams = snapshot.facts.teams
    let known = teams.indices.compactMap { index -> (score: Double, team: Int)? in
      guard let own = scores[teams[index].id] else { return nil }
      return ((own.found + prior) / (own.expected + prior), index)
    }
    return known.sorted { ($1.score, $0.team) < ($0.score, $1.team) }.prefix(count).map(\.team)
  }
}
