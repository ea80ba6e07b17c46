import Foundation
import Geo
import Publishing
import Terminal

/// What a grid over polygons came to, in words and as JSON.
struct GridReport {
  /// The whole area of each group, in square metres of the plane.
  let groupAreas: [Double]
  private let scheme: GridScheme
  private let polygonCount: Int
  private let otherCount: Int
  private let mendedCount: Int
  /// The smallest and the largest scale of areas found; nil if none could be.
  private let scales: ClosedRange<Double>?
  private let cellCount: Int
  private let sharedCount: Int
  private let overfullCount: Int
  /// Square metres by which the polygons in those cells are more than the cells.
  private let overfullArea: Double
  private let shareSum: Double

  /// Counts up.
  init(
    scheme: GridScheme, polygonCount: Int, otherCount: Int, mendedCount: Int, scales: [Double],
    groupAreas: [Double], census: GridCensus
  ) {
    let whole = scheme.cutting.size * scheme.cutting.size
    self.scheme = scheme
    self.polygonCount = polygonCount
    self.otherCount = otherCount
    self.mendedCount = mendedCount
    self.groupAreas = groupAreas
    if let least = scales.min(), let most = scales.max() {
      self.scales = least...most
    } else {
      self.scales = nil
    }
    cellCount = census.cells.count
    sharedCount = census.cells.count { $0.areaCount > 1 }
    let overfull = census.cells.filter { $0.area > whole * (1 + 1e-9) }
    overfullCount = overfull.count
    overfullArea = overfull.reduce(0) { $0 + $1.area - whole }
    shareSum = census.shares.reduce(0) { $0 + $1.area }
  }

  private var polygonSum: Double { groupAreas.reduce(0, +) }

  /// How far the shares are from the polygons' areas, as a part of these.
  private var difference: Double { polygonSum > 0 ? shareSum / polygonSum - 1 : 0 }

  /// False if areas in the plane are not those on the ground.
  private var isEqualArea: Bool {
    scales.map { $0.lowerBound > 1 - 1e-6 && $0.upperBound < 1 + 1e-6 } ?? false
  }

  /// Says how many cells there are, how sums compare, and what was not as it should be.
  func tell(_ console: Console) {
    let (sum, off) = (Self.squareKilometres(polygonSum), String(format: "%.1e", difference))
    console.say(
      zh: "\(polygonCount) 个面 → \(cellCount) 个网格，其中 \(sharedCount) 个属于多个面；"
        + "面积 \(sum) km²，份额合计相差 \(off)",
      en:
        "\(polygonCount) polygons, \(cellCount) cells, \(sharedCount) of them in several polygons; "
        + "area \(sum) km², sum of shares off by \(off)")
    if mendedCount > 0 { console.say(zh: "修复 \(mendedCount) 个面", en: "mended \(mendedCount)") }
    if otherCount > 0 { console.warn("\(otherCount) features are no polygons and were left out") }
    if overfullCount > 0 {
      console.warn(
        "polygons overlap: in \(overfullCount) cells they are more than the cell, by "
          + String(format: "%.1f m² in all", overfullArea))
    }
    if let scales, !isEqualArea {
      let range = String(format: "%.6f to %.6f", scales.lowerBound, scales.upperBound)
      console.warn(
        "\(scheme.crs) is not equal-area: areas are \(range) times those on the ground, and shares "
          + "are of the map")
    }
  }

  /// The same for programs.
  func json(_ output: String, _ shares: String?) -> JSONText {
    .object([
      .init("output", .string(output)), .init("shares", .optional(shares)),
      .init("crs", .string(scheme.crs.description)), .init("equal_area", .bool(isEqualArea)),
      .init("size_m", .decimal(scheme.cutting.size, places: 6)),
      .init("polygons", .integer(polygonCount)), .init("left_out", .integer(otherCount)),
      .init("mended", .integer(mendedCount)), .init("cells", .integer(cellCount)),
      .init("cells_in_several_polygons", .integer(sharedCount)),
      .init("cells_with_overlaps", .integer(overfullCount)),
      .init("area_of_polygons_m2", .decimal(polygonSum, places: 3)),
      .init("area_of_shares_m2", .decimal(shareSum, places: 3)),
      .init("relative_difference", .decimal(difference, places: 15)),
    ])
  }

  private static func squareKilometres(_ area: Double) -> String {
    String(format: area < 1e9 ? "%.3f" : "%.0f", area / 1e6)
  }
}
