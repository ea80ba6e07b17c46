public import CampaignData

/// The problems of a moment with where each was found.
public struct ProblemBook: Sendable {
  /// Which problems are asked for; nil and empty for all.
  public struct Filter: Sendable, Hashable {
    /// Code of the city.
    public var cityCode: String?
    /// Code of the county.
    public var countyCode: String?
    /// The round in which it was found.
    public var round: Int?
    /// Where it stands.
    public var states: Set<ProblemState> = []
    /// Key of the topic.
    public var topic: String?
    /// Only those whose deadline has passed on this day.
    public var overdueOn: CalendarDate?

    /// Asks for all.
    public init() {}
  }

  /// The problems, by city, county, moment and identifier.
  public let records: [ProblemRecord]

  /// Joins problems to their visits, sites, townships and teams.
  ///
  /// Throws as ``WorkedVisits``.
  public init(_ ledger: ProblemLedger, snapshot: Snapshot) throws {
    let facts = snapshot.facts
    let wanted = Set(ledger.histories.map(\.problem.visitID))
    let rows = try WorkedVisits(snapshot, bases: [:]).rows.filter { wanted.contains($0.visitID) }
    let visits = Dictionary(rows.map { ($0.visitID, $0) }, uniquingKeysWith: { $1 })
    let sites = Dictionary(
      facts.visits.filter { wanted.contains($0.id) }.map { ($0.id, $0.siteID) },
      uniquingKeysWith: { $1 })
    let names = SiteNames(facts.sites)
    let teams = Dictionary(facts.teams.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    let joined = ledger.histories.map { history -> ProblemRecord in
      let visit = visits[history.problem.visitID]
      let site = sites[history.problem.visitID] ?? ""
      let ground = visit.flatMap { $0.township < 0 ? nil : facts.townships[$0.township] }
      let team = visit?.teamID ?? ""
      return ProblemRecord(
        history: history, siteID: site,
        siteName: names.index(id: site).map { facts.sites[Int($0)].name } ?? site,
        township: ground?.name ?? "", countyCode: ground?.countyCode ?? "",
        county: ground?.county ?? "", cityCode: visit?.cityCode ?? "", teamID: team,
        team: teams[team] ?? team, round: visit?.round, foundAt: visit?.visitedAt)
    }
    records = joined.sorted { one, other in
      let left = (one.cityCode, one.countyCode, one.foundAt?.secondsSince1970 ?? 0)
      let right = (other.cityCode, other.countyCode, other.foundAt?.secondsSince1970 ?? 0)
      return left != right ? left < right : one.problem.id < other.problem.id
    }
  }

  /// Those that are asked for, in order.
  public func records(_ filter: Filter) -> [ProblemRecord] {
    records.filter { record in
      (filter.cityCode ?? record.cityCode) == record.cityCode
        && (filter.countyCode ?? record.countyCode) == record.countyCode
        && (filter.round == nil || filter.round == record.round)
        && (filter.states.isEmpty || filter.states.contains(record.history.state))
        && (filter.topic == nil || filter.topic == record.problem.topic)
        && (filter.overdueOn.map { record.history.isOverdue(on: $0) } ?? true)
    }
  }
}
