/// How many visits of a period lack what reports count by.
public struct RecordGaps: Sendable, Hashable {
  /// Visits without a team.
  public let withoutTeam: Int
  /// Visits in no known township.
  public let withoutTownship: Int
  /// Visits that name no stop of a plan.
  public let withoutBasis: Int

  init(_ visits: [WorkedVisits.Row]) {
    withoutTeam = visits.count { $0.teamID.isEmpty }
    withoutTownship = visits.count { $0.township < 0 }
    withoutBasis = visits.count { $0.basis == nil }
  }
}
