/// Levels that make so many classes of positive values.
public enum IsobandLevels: String, Sendable, CaseIterable {
  /// Each level is twice the one below; the last one is half of the highest value.
  ///
  /// Densities are skewed: equal steps would give nearly all ground to the lowest class, quantiles
  /// nearly all classes to the thin outskirts, and both would change with the extent of the map.
  case doubling
  /// Equal steps from zero to the highest value.
  case equal
  /// As many positive values in each class.
  case quantile

  /// The lower limits, rising; fewer where quantiles coincide, none without a positive value.
  ///
  /// O(n), for quantiles O(n log n). Values that are not finite or not positive do not count.
  public func levels(of values: [Double], classes: Int) -> [Double] {
    precondition(classes > 0)
    let highest = values.reduce(0) { $1.isFinite && $1 > $0 ? $1 : $0 }
    guard highest > 0 else { return [] }
    switch self {
    case .doubling:
      var level = highest
      var levels: [Double] = []
      for _ in 0..<classes {
        level /= 2
        levels.append(level)
      }
      return levels.filter { $0 > 0 }.reversed()
    case .equal:
      // The lowest class begins above zero, where nothing is.
      return (0..<classes).map {
        max(.leastNormalMagnitude, highest * Double($0) / Double(classes))
      }
    case .quantile:
      let sorted = values.filter { $0.isFinite && $0 > 0 }.sorted()
      var levels: [Double] = []
      for number in 0..<classes {
        let level = sorted[number * sorted.count / classes]
        if level > levels.last ?? 0 { levels.append(level) }
      }
      return levels
    }
  }
}
