/// Alerts the cells with the highest monthly mean of each city 浓度最高.
///
/// By rank alone, without a threshold. Source: the announcement of 2018-08-26; how many by city is
/// unpublished.
public struct HighestLevelRule: Sendable, Hashable {
  /// The rule's name and version, as kept with what it finds.
  public static let version = "level-1"

  /// How many cells of a city; ties are kept.
  public let count: Int

  /// Makes the rule.
  public init(count: Int) {
    self.count = count
  }

  /// The alerts, city by city; cells that are no candidates, or have no value or city, get none.
  public func alerts(
    values: [Double], cities: [String?], candidates: [Bool]
  ) -> [CellAlert] {
    RankedCells.byCity(cities).flatMap { _, cells in
      RankedCells.first(count, of: cells.filter { candidates[$0] }, by: values).map {
        CellAlert(cell: $0, reason: .level, value: values[$0])
      }
    }
  }
}
