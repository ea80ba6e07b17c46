/// Alerts the cells whose mean grew most against an earlier month in each city: the same month of
/// the last year 同比 or the month before 环比.
///
/// By rank alone, without a threshold: where all cells improved, the one that did least is alerted.
/// Cells are ranked by the change as a share of the earlier mean, weather-normalised if asked. An
/// estimate whose error is larger than its change is no evidence: such a cell is withheld, and no
/// other takes its place. Source: the announcement of 2018-08-26, which leaves open how a change is
/// measured.
public struct WorstChangeRule: Sendable, Hashable {
  /// The alerts, and how many were withheld because of the error.
  public struct Outcome: Sendable, Hashable {
    /// City by city, worst first.
    public var alerts: [CellAlert] = []
    /// Cells that would have been alerted if their change was known well enough.
    public var withheld: [CellAlert] = []
  }

  /// How many cells of a city; ties are kept.
  public let count: Int
  /// Year on year or month on month.
  public let reason: AlertReason
  /// Whether what the city's other cells did is taken off.
  public let isWeatherNormalised: Bool
  /// The error of a change in micrograms per cubic metre; nil where values are taken for exact.
  public let error: Double?

  /// Makes the rule.
  public init(
    count: Int, reason: AlertReason, isWeatherNormalised: Bool = false, error: Double? = nil
  ) {
    self.count = count
    self.reason = reason
    self.isWeatherNormalised = isWeatherNormalised
    self.error = error
  }

  /// The rule's name and version, as kept with what it finds.
  public var version: String {
    reason.rawValue.replacing("_", with: "-") + "-1" + (isWeatherNormalised ? "-normalised" : "")
  }

  /// Compares the values of a month with those of an earlier one.
  ///
  /// Cells without both, and those whose earlier value is not positive, have no change.
  public func outcome(
    values: [Double], before: [Double], cities: [String?], candidates: [Bool]
  ) -> Outcome {
    var outcome = Outcome()
    for (_, cells) in RankedCells.byCity(cities) {
      let expected =
        isWeatherNormalised
        ? WeatherNormalisation.expected(values: values, before: before, of: cells) : before
      var changes = [Double](repeating: .nan, count: values.count)
      for cell in cells where candidates[cell] && expected[cell] > 0 {
        changes[cell] = values[cell] / expected[cell] - 1
      }
      for cell in RankedCells.first(count, of: cells, by: changes) {
        let alert = CellAlert(
          cell: cell, reason: reason, value: values[cell], change: changes[cell])
        let difference = (values[cell] - expected[cell]).magnitude
        if let error, !(difference > error) {
          outcome.withheld.append(alert)
        } else {
          outcome.alerts.append(alert)
        }
      }
    }
    return outcome
  }
}
