import CampaignData
public import Geo

/// A part of a period's visits: how many there were, how many found a problem.
public struct HitRate: Sendable, Hashable {
  /// What it is a part by.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// All visits.
    case all
    /// By round.
    case round
    /// By inspected city.
    case city
    /// By county.
    case county
    /// By team.
    case team
    /// By topic of the site; a site of several topics counts for each.
    case topic
    /// By kind of site.
    case siteKind = "site_kind"
    /// By why a plan chose the visit.
    case basis
  }

  /// What it is a part by.
  public let kind: Kind
  /// The part's key: a code, an identifier or a word of a vocabulary; empty where it is not known.
  public let key: String
  /// Visits that found a problem, of all visits.
  public let found: Proportion
  /// Days on which a team made at least one of the visits, added up over teams.
  public let teamDays: Int
  /// Townships that the visits were in.
  public let townships: Int

  init(kind: Kind, key: String, rows: [WorkedVisits.Row]) {
    self.kind = kind
    self.key = key
    found = Proportion(rows.count { $0.isHit }, of: rows.count)
    teamDays = Set(rows.map { TeamDate(team: $0.teamID, day: $0.day.daysSince1970) }).count
    townships = Set(rows.lazy.map(\.township).filter { $0 >= 0 }).count
  }

  private struct TeamDate: Hashable {
    let team: String
    let day: Int
  }

  /// The visits of a period by each kind of part, every kind by key.
  static func all(of rows: [WorkedVisits.Row]) -> [HitRate] {
    Kind.allCases.flatMap { kind in
      var members: [String: [WorkedVisits.Row]] = [:]
      for row in rows {
        for key in kind.keys(of: row) { members[key, default: []].append(row) }
      }
      return members.keys.sorted().map { HitRate(kind: kind, key: $0, rows: members[$0] ?? []) }
    }
  }
}

extension HitRate.Kind {
  /// The parts that a visit is in.
  fileprivate func keys(of row: WorkedVisits.Row) -> [String] {
    switch self {
    case .all: [""]
    case .round: [(row.round < 10 ? "0" : "") + String(row.round)]
    case .city: [row.cityCode]
    case .county: [row.countyCode]
    case .team: [row.teamID]
    case .topic: row.topics.isEmpty ? [""] : Array(Set(row.topics))
    case .siteKind: [row.siteKind]
    case .basis: [row.basis?.rawValue ?? ""]
    }
  }
}
