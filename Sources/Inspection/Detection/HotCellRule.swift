/// Which cells are hot 热点网格: those with the highest annual mean of PM2.5, overall or by city.
///
/// Source: the ministry's announcement of 2018-08-26, which took 3,600 of 36,793 cells of 2+26 and
/// 773 of 23,400 of the Fenwei Plain, by the satellite's annual mean. Whether it ranked cities apart
/// is unpublished.
public struct HotCellRule: Sendable, Hashable {
  /// How many cells are hot.
  public enum Amount: Sendable, Hashable {
    /// A number of cells.
    case count(Int)
    /// A part of the cells that have a value, 0 to 1; one cell at least.
    case share(Double)
  }

  /// What cells are ranked among.
  public enum Extent: String, Sendable, CaseIterable {
    /// All cells.
    case overall
    /// The cells of their city.
    case city
  }

  /// The rule's name and version, as kept with what it finds.
  public static let version = "hot-cells-1"

  /// How many.
  public let amount: Amount
  /// Among which.
  public let extent: Extent

  /// Makes the rule.
  public init(_ amount: Amount, of extent: Extent) {
    self.amount = amount
    self.extent = extent
  }

  /// The hot cells, hottest first, as indices into `means`.
  ///
  /// Cells that tie with the last one are hot too; a cell without a mean (NaN) never is, nor one
  /// without a city where cities are ranked apart. O(n log n).
  public func hotCells(means: [Double], cities: [String?]) -> [Int] {
    let groups =
      extent == .city ? RankedCells.byCity(cities).map(\.cells) : [Array(means.indices)]
    let hot = groups.flatMap { cells in
      RankedCells.first(count(of: cells, means), of: cells, by: means)
    }
    return RankedCells.first(hot.count, of: hot, by: means)
  }

  private func count(of cells: [Int], _ means: [Double]) -> Int {
    switch amount {
    case .count(let count): return count
    case .share(let share):
      let valued = cells.count { !means[$0].isNaN }
      return valued == 0 ? 0 : max(1, Int((Double(valued) * min(max(share, 0), 1)).rounded()))
    }
  }
}
