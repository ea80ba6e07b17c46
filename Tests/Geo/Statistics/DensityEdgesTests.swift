import Foundation
import Geo
import Testing

@Suite struct DensityEdgesTests {
  private let box = Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 800)
  private var polygon: StudyArea {
    get throws {
      let ring = [(0.0, 0.0), (1000, 0), (1000, 800), (0, 800), (0, 0)]
        .map { Coordinate($0.0, $0.1) }
      return .polygons(try PolygonIndex([MultiPolygon([Polygon(exterior: ring)])]))
    }
  }

  /// The mass of a Gaussian in a box, exactly.
  private func exact(_ x: Double, _ y: Double, _ sd: Double) -> Double {
    func within(_ from: Double, _ to: Double, _ at: Double) -> Double {
      0.5 * (erf((to - at) / sd / 2.0.squareRoot()) - erf((from - at) / sd / 2.0.squareRoot()))
    }
    return within(0, 1000, x) * within(0, 800, y)
  }

  private func difference(_ some: [Double], _ others: [Double]) -> Double {
    zip(some, others).map { abs($0 - $1) }.max() ?? .infinity
  }

  @Test func `the mass of a kernel inside is that of the normal distribution`() throws {
    let density = KernelDensity(.gaussian, bandwidth: 80)
    let grid = DensityGrid(minX: 0, maxY: 800, cell: 20, columns: 13, rows: 11)
    let xs = (0..<grid.count).map { grid.x(ofColumn: $0 % grid.columns) }
    let ys = (0..<grid.count).map { grid.y(ofRow: $0 / grid.columns) }
    for area in [StudyArea.box(box), try polygon] {
      let onGrid = density.massInside(area, onGrid: grid)
      let asked = density.massInside(area, x: xs, y: ys)
      let expected = zip(xs, ys).map { exact($0, $1, 80) }
      #expect(difference(onGrid, expected) < 0.002)
      #expect(difference(asked, expected) < 0.005)
    }
  }

  @Test(arguments: DensityKernel.allCases)
  func `an even scatter is even up to the border, and nothing is given beyond`(
    kernel: DensityKernel
  ) throws {
    let xs = (0..<8000).map { Double($0 % 100) * 10 + 5 }
    let ys = (0..<8000).map { Double($0 / 100) * 10 + 5 }
    let points = try WeightedPoints(xs: xs, ys: ys)
    let density = KernelDensity(kernel, bandwidth: kernel == .gaussian ? 40 : 120)
    let grid = DensityGrid(minX: -40, maxY: 840, cell: 20, columns: 54, rows: 44)
    for area in [StudyArea.box(box), try polygon] {
      let values = density.onGrid(grid, of: points, inside: area, unit: .perSquareKilometre)
      for place in values.indices {
        let position = Coordinate(
          grid.x(ofColumn: place % grid.columns), grid.y(ofRow: place / grid.columns))
        if box.contains(position) {
          #expect(abs(values[place] / 10_000 - 1) < 0.03)
        } else {
          #expect(values[place].isNaN)
        }
      }
      let corner = density.at(
        x: [10, -10], y: [10, 10], of: points, inside: area, unit: .perSquareKilometre)
      #expect(abs(corner[0] / 10_000 - 1) < 0.03)
      #expect(corner[1].isNaN)
    }
  }
}
