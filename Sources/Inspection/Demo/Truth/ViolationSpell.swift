import CampaignData

/// From when to when something violates; days in China Standard Time.
struct ViolationSpell: Sendable, Hashable {
  /// First day.
  var from: CalendarDate
  /// First day on which it no longer does.
  var until: CalendarDate

  /// No day at all.
  static let never = ViolationSpell(
    from: CalendarDate(daysSince1970: 0), until: CalendarDate(daysSince1970: 0))

  /// A day after the campaign, for what goes on.
  static let endless = CalendarDate(daysSince1970: 18_262)

  /// Whether it violates on a day.
  func contains(_ date: CalendarDate) -> Bool { from <= date && date < until }
}
