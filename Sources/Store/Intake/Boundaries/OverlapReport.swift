internal import Geo

/// Tells where areas of one kind claim the same ground.
enum OverlapReport {
  /// Pairs that share less than this are slivers of drawing, square metres.
  private static let tolerance = 10_000.0

  /// A sentence on the overlaps of areas in WGS-84; nil if there are none.
  static func remark(on areas: [MultiPolygon], names: [String], plural: String) -> String? {
    let pairs: [CoverageFaults.Pair]
    do {
      pairs = try Coverage(areas).check(in: .geographic).pairs.filter { $0.area > tolerance }
    } catch {
      return "whether \(plural) overlap was not checked: \(error)"
    }
    guard !pairs.isEmpty else { return nil }
    let total = pairs.reduce(0) { $0 + $1.area }
    let largest = pairs.sorted { ($1.area, $0.first) < ($0.area, $1.first) }.prefix(3)
      .map { "\(names[$0.first]) and \(names[$0.second]) \(squareKilometres($0.area))" }
    return "\(pairs.count) pairs of \(plural) overlap, by \(squareKilometres(total)) in all; "
      + "the largest: \(largest.joined(separator: ", ")). Points there belong to the first by code."
  }

  private static func squareKilometres(_ squareMetres: Double) -> String {
    "\((squareMetres / 10_000).rounded() / 100) km2"
  }
}
