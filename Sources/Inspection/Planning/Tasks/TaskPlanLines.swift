import CampaignData

/// Which lines of the month's task plan hold where (the plan of 2018, section 5.1).
///
/// A county's lines hold before its city's, and these before those for all cities. Lines without a
/// share name a topic and ask for no number.
struct TaskPlanLines: Sendable {
  /// A place that has lines of its own in a month.
  struct Place: Hashable, Sendable {
    var month: CalendarMonth
    /// A county's or city's code; empty: all cities.
    var code: String
  }

  private let byPlace: [Place: [TaskShare]]

  init(_ plan: [TaskShare]) {
    byPlace = Dictionary(
      grouping: plan.filter { $0.share != nil },
      by: { Place(month: $0.month, code: $0.countyCode ?? $0.cityCode ?? "") })
  }

  /// True if no line asks for a share in any of some months.
  func isEmpty(in months: some Sequence<CalendarMonth>) -> Bool {
    let months = Set(months)
    return !byPlace.keys.contains { months.contains($0.month) }
  }

  /// The place whose lines hold in a township in a month; nil if none do.
  func place(of township: Township, in month: CalendarMonth) -> Place? {
    [township.countyCode, township.cityCode, ""].lazy
      .map { Place(month: month, code: $0) }.first { byPlace[$0] != nil }
  }

  /// The lines of a place.
  func lines(of place: Place) -> [TaskShare] { byPlace[place] ?? [] }
}
