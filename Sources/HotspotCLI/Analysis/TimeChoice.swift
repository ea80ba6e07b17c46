import CampaignData
import Terminal

/// Which points count by their day, and how much.
struct TimeChoice: Sendable, Hashable {
  /// The column of a file that has the time; nil for points without one.
  var field: String?
  /// The first day that counts.
  var since: CalendarDate?
  /// The last day that counts.
  var until: CalendarDate?
  /// After how many days a point counts half.
  var halfLife: Double?

  /// Whether the days of points matter.
  var isAsked: Bool { since != nil || until != nil || halfLife != nil }

  /// Whether a first or a last day is given.
  var hasWindow: Bool { since != nil || until != nil }

  /// The same days, all of the same weight.
  var withoutWeights: TimeChoice { TimeChoice(field: field, since: since, until: until) }

  /// Whether a day counts.
  func contains(_ day: CalendarDate) -> Bool {
    (since.map { day >= $0 } ?? true) && (until.map { day <= $0 } ?? true)
  }
}
