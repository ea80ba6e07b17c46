/// Why a cell is alerted: the words of vocabulary `alert_reason`.
public enum AlertReason: String, Sendable, CaseIterable {
  /// The highest monthly mean of its city.
  case level
  /// The worst change on the same month of the last year in its city.
  case yearOnYear = "year_on_year"
  /// The worst change on the month before in its city.
  case monthOnMonth = "month_on_month"
  /// Significantly above its neighbours in an hour.
  case live
  /// Alerted or alarmed so often that a public notice is due.
  case accumulated
}
