/// How much of the visits verification may take; the defaults stand in `Data/tables/settings.csv`.
public struct RecheckRules: Sendable, Hashable {
  /// Share of a day's visits that verifications take at most, 0 to 1.
  public var share: Double
  /// Complaints settled by the locality that each team checks in a week of verification.
  public var complaints: Int
  /// Days since a complaint was settled within which it may be checked.
  public var complaintDays: Int

  /// Makes rules.
  public init(share: Double = 0.5, complaints: Int = 2, complaintDays: Int = 60) {
    self.share = share
    self.complaints = complaints
    self.complaintDays = complaintDays
  }
}
