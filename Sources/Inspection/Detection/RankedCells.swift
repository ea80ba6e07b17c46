/// The cells with the largest values; those that tie with the last one are in.
enum RankedCells {
  /// Numbers that differ by less than this part of them are the same, whatever rounding made of
  /// them.
  private static let tie = 1e-9

  /// The first `count` of some cells by descending value, ties kept.
  ///
  /// Cells without a value are not ranked, equal ones stand in the order of their numbers.
  /// O(n log n).
  static func first(_ count: Int, of cells: [Int], by values: [Double]) -> [Int] {
    let ranked = cells.filter { !values[$0].isNaN }
      .sorted { (values[$1], $0) < (values[$0], $1) }
    guard count > 0, count < ranked.count else { return count > 0 ? ranked : [] }
    let last = values[ranked[count - 1]]
    let least = last - Self.tie * last.magnitude
    return Array(ranked.prefix { values[$0] >= least })
  }

  /// The cells of each city, cities in the order of their codes; cells without a city are left out.
  static func byCity(_ cities: [String?]) -> [(city: String, cells: [Int])] {
    var cells: [String: [Int]] = [:]
    for (cell, city) in cities.enumerated() {
      if let city { cells[city, default: []].append(cell) }
    }
    return cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
