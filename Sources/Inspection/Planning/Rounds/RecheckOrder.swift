import CampaignData

/// What is to be verified at one target.
struct RecheckOrder: Sendable {
  /// What is due there, earliest first.
  private(set) var all: [RecheckDue] = []
  /// The days of verification that are planned.
  private let days: [CalendarDate]

  init(_ days: [CalendarDate]) { self.days = days }

  mutating func add(_ due: RecheckDue) { all.append(due) }

  /// What is due by a day.
  func due(by day: CalendarDate) -> [RecheckDue] { all.filter { $0.dueFrom <= day } }

  /// The first day of verification on which something is due.
  var firstDay: CalendarDate? { days.first { !due(by: $0).isEmpty } }
}
