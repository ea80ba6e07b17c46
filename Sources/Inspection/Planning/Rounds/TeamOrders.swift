import CampaignData

/// What holds for one team beside the facts; targets are indices in the list.
struct TeamOrders: Sendable {
  /// Days without work.
  var lostDays: Set<CalendarDate> = []
  /// Visits added by hand, with their days.
  var tasks: [Int: CalendarDate] = [:]
  /// What was said about them.
  var notes: [Int: String] = [:]
  /// Targets with something to verify.
  var rechecks: [Int: RecheckOrder] = [:]
  /// Days of verification.
  var verificationDays: [CalendarDate] = []
  /// Targets drawn by lot.
  var drawn: Set<Int> = []
  /// Targets that cannot be reached on the first day.
  var closed: Set<Int> = []
  /// For every day with a warning: the targets that count first.
  var urgent: [CalendarDate: Set<Int>] = [:]
  /// The stops that the earlier plan has for this team, by day in order.
  var earlier: [CalendarDate: [Int]] = [:]
}
