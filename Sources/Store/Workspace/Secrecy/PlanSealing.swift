public import CampaignData
public import Inspection

/// Which days of a plan are kept sealed, until when and with which key.
public struct PlanSealing: Sendable {
  /// From when on lists may be read.
  public let release: ReleaseTime
  /// The moment from which on days are sealed.
  public let now: Moment
  /// The workspace's key of plans.
  public let key: SealKey

  /// When a day is released; nil if it need not be sealed.
  public func releaseMoment(of day: CalendarDate) -> Moment? {
    release.moment(of: day).flatMap { $0 > now ? $0 : nil }
  }
}
