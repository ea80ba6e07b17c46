public import CampaignData
internal import Geo
public import Inspection

extension Workspace {
  /// The visits known by a moment, without reading any other table.
  ///
  /// Throws as ``facts(asOf:)``.
  public func visits(asOf moment: Moment) throws -> [Visit] {
    try newest(Visit.self, asOf: moment)
  }

  /// The sites known by a moment, without reading any other table.
  ///
  /// Throws as ``facts(asOf:)``.
  public func sites(asOf moment: Moment) throws -> [Site] {
    try newest(Site.self, asOf: moment)
  }

  /// The teams known by a moment, without reading any other table.
  ///
  /// Throws as ``facts(asOf:)``.
  public func teams(asOf moment: Moment) throws -> [Team] {
    try newest(Team.self, asOf: moment)
  }

  /// The problems known by a moment, by identifier.
  ///
  /// Throws as ``facts(asOf:)``.
  public func problems(asOf moment: Moment) throws -> [FoundProblem] {
    try newest(FoundProblem.self, asOf: moment)
  }

  /// The people who can be sent, as known by a moment, by identifier and round: a line for each round
  /// for which somebody is named.
  ///
  /// Throws as ``facts(asOf:)``.
  public func people(asOf moment: Moment) throws -> [Person] {
    try newest(Person.self, asOf: moment)
  }

  /// Who is in which team, by round, as known by a moment; seats that were given up are left out.
  ///
  /// Throws as ``facts(asOf:)``.
  public func crews(asOf moment: Moment) throws -> [CrewMember] {
    try newest(CrewMember.self, asOf: moment).filter { $0.role != CrewMember.withdrawn }
  }

  /// The entries of the cities' ledgers known by a moment, by identifier.
  ///
  /// Throws as ``facts(asOf:)``.
  public func ledgerEntries(asOf moment: Moment) throws -> [LedgerEntry] {
    try newest(LedgerEntry.self, asOf: moment)
  }

  /// The lines of task plans known by a moment, by month and place.
  ///
  /// Throws as ``facts(asOf:)``.
  public func taskPlan(asOf moment: Moment) throws -> [TaskShare] {
    try newest(TaskShare.self, asOf: moment)
  }

  /// The newest versions of one kind of fact, those alone that meet an SQL condition.
  func newest<Fact: StoredFact>(
    _ kind: Fact.Type, where condition: String? = nil, asOf moment: Moment
  ) throws -> [Fact] {
    do {
      var reader = TableReader(dataset: layout.dataset)
      return try FactReader(asOf: moment, dataset: layout.dataset)
        .newest(kind, where: condition, from: &reader)
    } catch let error as GDALError {
      throw StoreError(error, writing: false)
    }
  }
}
