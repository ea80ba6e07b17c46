/// What the weather made of a cell: the change that the other cells of its city had.
///
/// A month of still air raises all cells of a city alike; what a cell did beyond the others is its
/// own. The others' change is the median of their ratios, so that a few cells that really changed
/// do not hide each other. No weather data are used, so what only a part of the city had (rain, a
/// dust storm's edge) stays in the change. Assumption: no published rule says how.
public enum WeatherNormalisation {
  /// What each cell of a city would have if it had changed as the others did.
  ///
  /// NaN where the cell or all others lack one of the values, and for cells that are not of the
  /// city. O(n log n).
  public static func expected(
    values: [Double], before: [Double], of city: [Int]
  ) -> [Double] {
    var expected = [Double](repeating: .nan, count: values.count)
    let known = city.filter { before[$0] > 0 && values[$0].isFinite && before[$0].isFinite }
    let ranked = known.sorted { (values[$0] / before[$0], $0) < (values[$1] / before[$1], $1) }
    guard ranked.count > 1 else { return expected }
    let ratios = ranked.map { values[$0] / before[$0] }
    for (rank, cell) in ranked.enumerated() {
      expected[cell] = before[cell] * median(of: ratios, without: rank)
    }
    return expected
  }

  /// The median of ascending numbers without the one at a place.
  private static func median(of sorted: [Double], without place: Int) -> Double {
    let count = sorted.count - 1
    func number(_ rank: Int) -> Double { sorted[rank < place ? rank : rank + 1] }
    return count % 2 == 1
      ? number(count / 2) : (number(count / 2 - 1) + number(count / 2)) / 2
  }
}
