import CampaignData

/// The time of a `datetime` parameter: seconds since 1970, both ends included.
struct TimeFilter: Sendable, Hashable {
  let start: Int64
  let end: Int64

  /// Reads an instant, a day, or an interval open at one end: `2018-12-24`,
  /// `2018-12-24T06:00:00Z`, `2018-12-01/2018-12-24`, `../2018-12-24`.
  init(_ text: String) throws(Refusal) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isOpen = ends.map { $0.isEmpty || $0 == ".." }
    guard ends.count <= 2, isOpen != [true], isOpen != [true, true] else { throw Self.refusal }
    let first = isOpen[0] ? nil : try Self.span(ends[0])
    let last = isOpen[ends.count - 1] ? nil : try Self.span(ends[ends.count - 1])
    start = first?.lowerBound ?? .min
    end = last?.upperBound ?? .max
    guard start <= end else { throw Self.refusal }
  }

  /// Whether a feature's time meets it; one without a time always does.
  func meets(_ time: ClosedRange<Int64>?) -> Bool {
    time.map { $0.lowerBound <= end && start <= $0.upperBound } ?? true
  }

  /// The seconds that a value of a layer stands for: a moment is one, a day all of its own.
  static func span(ofValue text: String) -> ClosedRange<Int64>? { try? span(text) }

  private static func span(_ text: String) throws(Refusal) -> ClosedRange<Int64> {
    if text.utf8.count == 10, let day = CalendarDate(text) {
      let start = Moment(day).secondsSince1970
      return start...(start + 86_399)
    }
    guard text.utf8.count > 10, let moment = Moment(text) else { throw refusal }
    return moment.secondsSince1970...moment.secondsSince1970
  }

  private static let refusal = Refusal.badParameter(
    "\"datetime\" is a day, a moment or an interval, as in 2018-12-24, 2018-12-24T06:00:00Z or "
      + "2018-12-01/..")
}
