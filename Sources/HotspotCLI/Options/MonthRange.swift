import ArgumentParser
import CampaignData

/// A month or several that follow each other, as named on the command line.
struct MonthRange: Sendable, Hashable, ExpressibleByArgument {
  let first: CalendarMonth
  let last: CalendarMonth

  /// Reads `2018-10` or `2016-01..2017-12`.
  init?(argument: String) {
    let ends = argument.split(separator: "..", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let first = CalendarMonth(String(ends[0])),
      let last = CalendarMonth(String(ends[ends.count - 1])), first <= last,
      last < first + 1200
    else { return nil }
    self.first = first
    self.last = last
  }

  /// The months in their order.
  var months: [CalendarMonth] {
    var months = [first]
    while let latest = months.last, latest < last { months.append(latest + 1) }
    return months
  }

  /// Those, and the earlier months that they are compared with.
  var needed: Set<CalendarMonth> { Set(months.flatMap { [$0, $0 - 1, $0 - 12] }) }
}
