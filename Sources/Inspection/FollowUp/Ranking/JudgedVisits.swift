public import CampaignData

/// All visits of teams with points and chances, by day and identifier.
public struct JudgedVisits: Sendable {
  /// The visits that name a team.
  public let all: [JudgedVisit]
  /// Visits without a team: nobody's work.
  public let withoutTeam: Int

  /// Joins visits to their problems and chances.
  ///
  /// A visit that says it found a problem, of which no record is known, has one of unknown severity.
  /// - Parameters:
  ///   - worked: The visits with their places.
  ///   - problems: The newest version of each problem.
  ///   - chances: The chance before each visit, by its identifier.
  ///   - proofs: Whether a visit's evidence is complete, by its identifier; left out if unknown.
  public init(
    _ worked: WorkedVisits, problems: [FoundProblem], chances: [String: Double],
    proofs: [String: Bool], rules: RankingRules
  ) {
    let found = Dictionary(grouping: problems, by: \.visitID)
    let rows = worked.rows.filter { !$0.teamID.isEmpty }
    withoutTeam = worked.rows.count - rows.count
    let visits = rows.map { row in
      var own = found[row.visitID] ?? []
      if own.isEmpty, row.isHit {
        own = [FoundProblem(id: row.visitID, visitID: row.visitID, knownAt: row.visitedAt)]
      }
      return JudgedVisit(
        id: row.visitID, teamID: row.teamID, round: row.round, day: row.day,
        cityCode: row.cityCode, countyCode: row.countyCode, chance: chances[row.visitID],
        couldFind: row.outcome != "refused", problems: own.count,
        serious: own.count { $0.severity == "serious" },
        returned: own.count { $0.state == "returned" },
        points: own.reduce(0) {
          $0 + rules.points(of: $1, isProofComplete: proofs[row.visitID])
        })
    }
    all = visits.indices.sorted {
      (visits[$0].day, visits[$0].id) < (visits[$1].day, visits[$1].id)
    }.map { visits[$0] }
  }

  /// The visits of some days.
  public func on(_ days: ClosedRange<CalendarDate>) -> [JudgedVisit] {
    all.filter { days.contains($0.day) }
  }
}
