public import CampaignData

/// A site's mean loads in kW on a grid of intervals, circuit by circuit.
///
/// Index 0 is the interval that begins at midnight (+08:00) of the first day; all circuits have the
/// same length, a whole number of days. NaN is "not measured", which is never taken for zero.
public struct SiteReadings: Sendable, Hashable {
  /// The first day.
  public let firstDay: CalendarDate
  /// Intervals in a day.
  public let intervalsPerDay: Int
  /// Loads by circuit, in the order of ``PowerCircuit``.
  public var loads: [[Float]]

  /// Whole days of loads; circuits that are not given are not measured.
  public init(
    firstDay: CalendarDate, intervalsPerDay: Int, main: [Float] = [], production: [Float] = [],
    treatment: [Float] = []
  ) {
    let longest = max(main.count, production.count, treatment.count)
    let days = (longest + intervalsPerDay - 1) / intervalsPerDay
    self.firstDay = firstDay
    self.intervalsPerDay = intervalsPerDay
    loads = [main, production, treatment].map {
      $0 + [Float](repeating: .nan, count: days * intervalsPerDay - $0.count)
    }
  }

  /// Intervals.
  public var count: Int { loads[0].count }

  /// Days.
  public var days: Int { count / intervalsPerDay }

  /// The loads of a circuit.
  public subscript(circuit: PowerCircuit) -> [Float] { loads[Int(circuit.rawValue)] }
}
