import Foundation
import Geo
import Testing

@Suite struct KernelDensityTests {
  private let grid = DensityGrid(minX: -50, maxY: 1030, cell: 37, columns: 31, rows: 29)

  private func points(_ seed: UInt64, isWeighted: Bool = false) throws -> WeightedPoints {
    var random = RandomPoints(seed: seed)
    let (xs, ys) = random.clustered(count: 400, clusters: 5, spread: 60)
    let weights = isWeighted ? xs.map { _ in random.uniform() * 3 } : nil
    return try WeightedPoints(xs: xs, ys: ys, weights: weights)
  }

  /// The definition, written out.
  private func direct(
    _ density: KernelDensity, _ x: Double, _ y: Double, _ points: WeightedPoints
  ) -> Double {
    var sum = 0.0
    for index in 0..<points.count {
      let (dx, dy) = (x - points.xs[index], y - points.ys[index])
      let r2 = (dx * dx + dy * dy) / (density.bandwidth * density.bandwidth)
      let value =
        switch density.kernel {
        case .quartic: r2 < 1 ? 3 / Double.pi * (1 - r2) * (1 - r2) : 0
        case .gaussian: exp(-r2 / 2) / (2 * .pi)
        case .epanechnikov: r2 < 1 ? 2 / Double.pi * (1 - r2) : 0
        case .uniform: r2 <= 1 ? 1 / Double.pi : 0
        }
      sum += value * (points.weights?[index] ?? 1)
    }
    return sum / (density.bandwidth * density.bandwidth)
  }

  @Test(arguments: DensityKernel.allCases, [20.0, 37, 130, 700])
  func `a grid holds the direct sum, and so do its centres asked for as points`(
    kernel: DensityKernel, bandwidth: Double
  ) throws {
    let density = KernelDensity(kernel, bandwidth: bandwidth, cut: 9)
    for isWeighted in [false, true] {
      let points = try points(7, isWeighted: isWeighted)
      let values = density.onGrid(grid, of: points, unit: .perSquareMetre)
      let xs = (0..<grid.count).map { grid.x(ofColumn: $0 % grid.columns) }
      let ys = (0..<grid.count).map { grid.y(ofRow: $0 / grid.columns) }
      let asked = density.at(x: xs, y: ys, of: points, unit: .perSquareMetre)
      let expected = zip(xs, ys).map { direct(density, $0, $1, points) }
      let highest = expected.max() ?? 0
      #expect(highest > 0)
      for place in values.indices {
        #expect(abs(values[place] - expected[place]) <= 1e-13 * highest)
        #expect(abs(asked[place] - expected[place]) <= 1e-13 * highest)
      }
    }
  }

  @Test(arguments: DensityKernel.allCases)
  func `any number of threads gives the same bits`(kernel: DensityKernel) throws {
    let grid = DensityGrid(minX: 0, maxY: 1000, cell: 4, columns: 251, rows: 250)
    let density = KernelDensity(kernel, bandwidth: 30)
    let points = try points(3, isWeighted: true)
    let one = density.onGrid(grid, of: points, unit: .perSquareKilometre, threads: 1)
    for threads in [0, 2, 3] {
      #expect(
        density.onGrid(grid, of: points, unit: .perSquareKilometre, threads: threads) == one)
    }
    let at = density.at(x: points.xs, y: points.ys, of: points, unit: .perSquareMetre, threads: 1)
    #expect(
      density.at(x: points.xs, y: points.ys, of: points, unit: .perSquareMetre, threads: 2) == at)
  }

  @Test(arguments: DensityKernel.allCases)
  func `all cells together hold as many points as there are`(kernel: DensityKernel) throws {
    let density = KernelDensity(kernel, bandwidth: 60)
    let points = try points(5)
    var box = points.envelope
    box.include(Coordinate(box.minX - density.reach, box.minY - density.reach))
    box.include(Coordinate(box.maxX + density.reach, box.maxY + density.reach))
    let grid = try #require(DensityGrid(covering: box, cell: 3))
    let values = density.onGrid(grid, of: points, unit: .perSquareKilometre)
    let total = values.reduce(0, +) * 9 / 1e6
    // A uniform kernel's border cuts cells.
    #expect(abs(total - 400) < (kernel == .uniform ? 0.5 : 0.01))
  }

  @Test func `units say per what`() throws {
    let density = KernelDensity(.quartic, bandwidth: 1000)
    let one = try WeightedPoints(xs: [0], ys: [0])
    let peak = 3 / Double.pi
    for (unit, expected) in [
      (DensityUnit.perSquareMetre, peak / 1e6), (.perSquareKilometre, peak),
      (.perSquareKilometreAndDay(days: 10), peak / 10),
    ] {
      #expect(abs(density.at(x: [0], y: [0], of: one, unit: unit)[0] - expected) < 1e-15)
    }
  }

  @Test func `odd points are left out or refused`() throws {
    let density = KernelDensity(.quartic, bandwidth: 100)
    let odd = try WeightedPoints(xs: [.nan, 10, .infinity], ys: [5, 1000, 3])
    let even = try WeightedPoints(xs: [10], ys: [1000])
    #expect(
      density.onGrid(grid, of: odd, unit: .perSquareMetre)
        == density.onGrid(grid, of: even, unit: .perSquareMetre))
    #expect(density.at(x: [.nan], y: [0], of: odd, unit: .perSquareMetre)[0].isNaN)
    #expect(throws: WeightedPoints.Failure.weight(point: 1)) {
      try WeightedPoints(xs: [1, 2], ys: [1, 2], weights: [1, -1])
    }
    #expect(throws: WeightedPoints.Failure.lengths) {
      try WeightedPoints(xs: [1], ys: [1, 2])
    }
  }

  @Test func `repeated positions are told by share and distance`() {
    let repeated = RepeatedPositions(
      xs: [1, 1, 2, 3, 5, 5, .nan, .nan], ys: [1, 1, 1, 1, 4, 4, 0, 0])
    #expect(repeated.share == 4.0 / 6)
    #expect(repeated.places == 2)
    #expect(repeated.spacing == 5)
    #expect(RepeatedPositions(xs: [1, 1], ys: [2, 2]).spacing == nil)
  }

  @Test func `a ratio is given where its denominator is not thin`() {
    let ratio = DensityRatio([1, 1, 0, .nan, 3], per: [2, 0.1, 0.1, 2, 4], minimum: 1)
    #expect(ratio.values[0] == 0.5 && ratio.values[4] == 0.75)
    #expect(ratio.values[1...3].allSatisfy { $0.isNaN })
    #expect(ratio.thinCount == 1)
  }
}
