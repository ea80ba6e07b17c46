import Foundation
import Testing

@testable import Geo

@Suite struct ZonalSumsTests {
  private func polygon(_ corners: [(Double, Double)], hole: [(Double, Double)] = []) -> Polygon {
    func ring(_ corners: [(Double, Double)]) -> Ring {
      (corners + corners.prefix(1)).map { Coordinate($0.0, $0.1) }
    }
    return Polygon(exterior: ring(corners), holes: hole.isEmpty ? [] : [ring(hole)])
  }

  private func means(
    _ zones: [MultiPolygon], _ values: [Double], width: Int, height: Int, strip: Int? = nil
  ) -> [ZonalMean] {
    var sums = ZonalSums(zones, width: width, height: height)
    for first in stride(from: 0, to: height, by: strip ?? height) {
      let rows = first..<min(first + (strip ?? height), height)
      let block = Array(values[rows.lowerBound * width..<rows.upperBound * width])
      sums.add(block.span, columns: 0..<width, rows: rows)
    }
    return sums.means()
  }

  /// The numbers that exactextract 0.3.0 printed for this raster and these zones.
  ///
  /// By `exact_extract(raster, zones, ["mean", "count"])`, the raster of 5 by 4 pixels of 10 m from
  /// 100, 50, with -999 for no data. It keeps parts of pixels to 7 digits.
  @Test func `means and counts are those of exactextract`() {
    let values: [Double] = [
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, .nan, 14, 15, 16, 17, 18, 19, 20,
    ]
    let transform = GeoTransform(
      northWest: Coordinate(100, 50), cellWidth: 10, cellHeight: 10)
    let zones = [
      MultiPolygon([polygon([(103, 12), (137, 17.5), (131, 47), (108, 44)])]),
      MultiPolygon([polygon([(90, 0), (115, 0), (115, 25), (90, 25)])]),
      MultiPolygon([
        polygon(
          [(110, 10), (150, 10), (150, 50), (110, 50)],
          hole: [(120, 20), (120, 40), (140, 40), (140, 20)])
      ]),
      MultiPolygon([polygon([(121, 31), (129, 31), (129, 39), (121, 39)])]),
      MultiPolygon([
        polygon([(101, 41), (109, 41), (105, 49)]), polygon([(141, 1), (149, 1), (145, 9)]),
      ]),
      MultiPolygon([polygon([(122, 22), (128, 22), (128, 28), (122, 28)])]),
    ].map { $0.mapCoordinates(transform.pixels) }
    let expected: [(Double, Double)] = [
      (10.079292477664284, 7.784999951720238), (14.666666666666666, 2.25), (11.0, 12.0),
      (8.0, 0.6399999856948853), (1.0, 0.3199999928474426), (.nan, 0),
    ]
    for (found, (mean, count)) in zip(means(zones, values, width: 5, height: 4), expected) {
      #expect(found.mean.isNaN == mean.isNaN)
      if !mean.isNaN { #expect(abs(found.mean - mean) < 1e-6) }
      #expect(abs(found.valuedArea - count) < 1e-6)
    }
  }

  /// A star with crooked corners, partly out of the raster; every third has a hole.
  private func star(_ random: inout RandomPoints) -> MultiPolygon {
    let (x, y) = (-1 + 12 * random.uniform(), -1 + 10 * random.uniform())
    let count = 3 + random.below(7)
    func ring(_ least: Double, _ most: Double) -> [(Double, Double)] {
      (0..<count).map { corner in
        let angle = 2 * Double.pi * (Double(corner) + 0.8 * random.uniform()) / Double(count)
        let radius = least + (most - least) * random.uniform()
        return (x + radius * cos(angle), y + radius * sin(angle))
      }
    }
    let outer = ring(1.5, 4)
    // The nearest that a chord of the exterior comes to the middle may be less than its corners do.
    let hole = count > 6 ? ring(0.1, 0.3) : []
    return MultiPolygon([polygon(outer, hole: hole)])
  }

  @Test(arguments: 0..<20)
  func `parts are those of a fine grid of points`(seed: Int) {
    var random = RandomPoints(seed: UInt64(seed))
    let (width, height, fine) = (10, 8, 40)
    let values = (0..<width * height).map { _ in
      random.uniform() < 0.1 ? Double.nan : 100 * random.uniform()
    }
    let zone = star(&random)
    let found = means([zone], values, width: width, height: height)[0]
    var (sum, count) = (0.0, 0.0)
    for row in 0..<height * fine {
      for column in 0..<width * fine {
        let value = values[row / fine * width + column / fine]
        let point = Coordinate(
          (Double(column) + 0.5) / Double(fine), (Double(row) + 0.5) / Double(fine))
        guard !value.isNaN, zone.polygons[0].contains(point) else { continue }
        sum += value
        count += 1
      }
    }
    let area = count / Double(fine * fine)
    #expect(abs(found.valuedArea - area) < 0.03)
    if area > 2 { #expect(abs(found.mean - sum / count) < 1) }
  }

  @Test(arguments: 0..<50)
  func `strips add up to the whole, whichever way rings run`(seed: Int) {
    var random = RandomPoints(seed: UInt64(1000 + seed))
    let (width, height) = (10, 8)
    let values = (0..<width * height).map { _ in 100 * random.uniform() }
    let zone = star(&random)
    let whole = means([zone], values, width: width, height: height)[0]
    let strips = means([zone], values, width: width, height: height, strip: 3)[0]
    let turned = MultiPolygon(
      zone.polygons.map {
        Polygon(exterior: $0.exterior.reversed(), holes: $0.holes.map { $0.reversed() })
      })
    let reversed = means([turned], values, width: width, height: height)[0]
    for other in [strips, reversed] {
      #expect(abs(other.valuedArea - whole.valuedArea) < 1e-9)
      #expect(abs(other.mean - whole.mean) < 1e-9 || whole.mean.isNaN)
      #expect(abs(other.area - whole.area) < 1e-9)
    }
  }

  @Test func `zones that tile the raster have its sum`() {
    var random = RandomPoints(seed: 7)
    let (width, height) = (30, 20)
    let values = (0..<width * height).map { _ in 100 * random.uniform() }
    // Crooked quadrangles that share their corners, and reach beyond the raster.
    var corners: [[Coordinate]] = []
    for row in 0...6 {
      corners.append(
        (0...9).map {
          Coordinate(
            -2 + 4 * Double($0) + random.uniform(), -2 + 4 * Double(row) + random.uniform())
        })
    }
    var zones: [MultiPolygon] = []
    for row in 0..<6 {
      for column in 0..<9 {
        let ring = [
          corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
          corners[row + 1][column],
        ]
        zones.append(MultiPolygon([Polygon(exterior: ring + ring.prefix(1))]))
      }
    }
    let found = means(zones, values, width: width, height: height)
    let area = found.reduce(0) { $0 + $1.valuedArea }
    let sum = found.reduce(0) { $0 + ($1.mean.isNaN ? 0 : $1.mean * $1.valuedArea) }
    #expect(abs(area - Double(width * height)) < 1e-8)
    #expect(abs(sum - values.reduce(0, +)) < 1e-6)
  }

  @Test func `a pixel that a border only touches does not count`() {
    // The last column has no value: a square that ends at its border is whole.
    let values = [1, 2, Double.nan]
    let zone = MultiPolygon([polygon([(0, 0), (2, 0), (2, 1), (0, 1)])])
    let found = means([zone], values, width: 3, height: 1)[0]
    #expect(found == ZonalMean(mean: 1.5, valuedArea: 2, area: 2))
    #expect(found.valuedShare == 1)
  }

  @Test func `zones outside, and zones without numbers, have no mean`() {
    let zones = [
      MultiPolygon([polygon([(-5, 0), (-1, 0), (-1, 1)])]),
      MultiPolygon([polygon([(0, 0), (.nan, 0), (1, 1)])]), MultiPolygon(),
      MultiPolygon([polygon([(1e300, 0), (2e300, 0), (2e300, 1)])]),
    ]
    let found = means(zones, [1, 2], width: 2, height: 1)
    #expect(found.allSatisfy { $0.mean.isNaN && $0.valuedArea == 0 && $0.valuedShare == 0 })
  }

  @Test func `the extent is that of the pixels that zones may meet`() {
    let zone = MultiPolygon([polygon([(1.2, 2.5), (3.1, 2.5), (3.1, 9)])])
    let extent = ZonalSums([zone], width: 10, height: 5).extent
    #expect(extent.columns == 1..<4 && extent.rows == 2..<5)
    #expect(ZonalSums([], width: 10, height: 5).extent.columns.isEmpty)
  }
}
