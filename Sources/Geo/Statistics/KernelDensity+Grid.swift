extension KernelDensity {
  /// The density at the centres of a grid's cells, row by row from the north-west.
  ///
  /// Within rounding the direct sum over all points (1e-13 of the highest value, tested).
  ///
  /// - Parameters:
  ///   - grid: the cells.
  ///   - points: the points that are counted, those outside of the grid too.
  ///   - unit: what the result is in.
  ///   - threads: how many threads to take; 0 is all cores.
  /// - Complexity: O(cells + n c), c being the cells that a point reaches; memory for the result
  ///   and a sorted copy of the points.
  public func onGrid(
    _ grid: DensityGrid, of points: WeightedPoints, unit: DensityUnit, threads: Int = 0
  ) -> [Double] {
    let tiled = TiledPoints(points, on: grid, reach: reach)
    switch kernel {
    case .quartic: return Painter<QuarticStrip>(self, grid, tiled, unit).paint(threads)
    case .gaussian: return Painter<GaussianStrip>(self, grid, tiled, unit).paint(threads)
    case .epanechnikov:
      return Painter<EpanechnikovStrip>(self, grid, tiled, unit).paint(threads)
    case .uniform: return Painter<UniformStrip>(self, grid, tiled, unit).paint(threads)
    }
  }
}

/// A kernel over two neighbouring cells of a row, taken apart into what columns and rows give it.
private protocol Strip: SendableMetatype {
  /// What columns at squared offsets in bandwidths give.
  static func column(_ dx2: SIMD2<Double>, within limit: Double) -> SIMD2<Double>
  /// What a row gives.
  static func row(_ dy2: Double) -> Double
  /// Both together.
  static func value(_ column: SIMD2<Double>, _ row: SIMD2<Double>) -> SIMD2<Double>
}

private enum QuarticStrip: Strip {
  @inline(__always)
  static func column(_ dx2: SIMD2<Double>, within limit: Double) -> SIMD2<Double> { 1 - dx2 }
  @inline(__always)
  static func row(_ dy2: Double) -> Double { dy2 }
  @inline(__always)
  static func value(_ column: SIMD2<Double>, _ row: SIMD2<Double>) -> SIMD2<Double> {
    var t = column - row
    t.replace(with: 0, where: t .< 0)
    return t * t
  }
}

private enum EpanechnikovStrip: Strip {
  @inline(__always)
  static func column(_ dx2: SIMD2<Double>, within limit: Double) -> SIMD2<Double> { 1 - dx2 }
  @inline(__always)
  static func row(_ dy2: Double) -> Double { dy2 }
  @inline(__always)
  static func value(_ column: SIMD2<Double>, _ row: SIMD2<Double>) -> SIMD2<Double> {
    var t = column - row
    t.replace(with: 0, where: t .< 0)
    return t
  }
}

private enum UniformStrip: Strip {
  @inline(__always)
  static func column(_ dx2: SIMD2<Double>, within limit: Double) -> SIMD2<Double> { 1 - dx2 }
  @inline(__always)
  static func row(_ dy2: Double) -> Double { dy2 }
  @inline(__always)
  static func value(_ column: SIMD2<Double>, _ row: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(repeating: 1).replacing(with: 0, where: column - row .< 0)
  }
}

private enum GaussianStrip: Strip {
  @inline(__always)
  static func column(_ dx2: SIMD2<Double>, within limit: Double) -> SIMD2<Double> {
    SIMD2(gaussian(dx2.x, limit), gaussian(dx2.y, limit))
  }
  @inline(__always)
  static func row(_ dy2: Double) -> Double { DensityKernel.gaussian.value(dy2, 0) }
  @inline(__always)
  static func value(_ column: SIMD2<Double>, _ row: SIMD2<Double>) -> SIMD2<Double> {
    column * row
  }
  @inline(__always)
  private static func gaussian(_ d2: Double, _ limit: Double) -> Double {
    d2 <= limit ? DensityKernel.gaussian.value(d2, 0) : 0
  }
}

/// Adds up the points' kernels, band of rows by band of rows.
///
/// A band is summed in memory of its own that fits a cache. Every cell adds the points in the same
/// order, whichever thread has its band. Sound as `Sendable`: it only reads what it holds.
private struct Painter<Kernel: Strip>: @unchecked Sendable {
  let density: KernelDensity
  let grid: DensityGrid
  let points: TiledPoints
  let scale: Double
  let inverse: Double
  /// Columns of a band's memory: whole pairs.
  let stride: Int

  static var bandRows: Int { 64 }

  init(
    _ density: KernelDensity, _ grid: DensityGrid, _ points: TiledPoints, _ unit: DensityUnit
  ) {
    self.density = density
    self.grid = grid
    self.points = points
    scale = density.scale(unit)
    inverse = 1 / density.bandwidth
    stride = (grid.columns + 1) / 2 * 2
  }

  func paint(_ threads: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: grid.count) { output, initialised in
      nonisolated(unsafe) let values = output
      Shares(count: (grid.rows + Self.bandRows - 1) / Self.bandRows)
        .forEach(threads: threads) { band in
          let rows = band * Self.bandRows..<min((band + 1) * Self.bandRows, grid.rows)
          paint(rows, values)
        }
      initialised = grid.count
    }
  }

  private func paint(_ rows: Range<Int>, _ values: UnsafeMutableBufferPointer<Double>) {
    let pairs = stride / 2
    let band = AlignedColumn(repeating: SIMD2<Double>.zero, count: rows.count * pairs)
    let columns = AlignedColumn(repeating: SIMD2<Double>.zero, count: pairs)
    for point in points.range(reaching: rows) { add(point, rows, band.base, columns.base) }
    band.base.withMemoryRebound(to: Double.self, capacity: rows.count * stride) { sums in
      for row in rows {
        let from = (row - rows.lowerBound) * stride
        let to = row * grid.columns
        for column in 0..<grid.columns {
          values.initializeElement(at: to + column, to: sums[from + column] * scale)
        }
      }
    }
  }

  @inline(__always)
  private func add(
    _ point: Int, _ rows: Range<Int>, _ band: UnsafeMutablePointer<SIMD2<Double>>,
    _ columns: UnsafeMutablePointer<SIMD2<Double>>
  ) {
    let x = points.xs.base[point]
    let y = points.ys.base[point]
    let reach = density.reach
    let (top, bottom) = Self.cells(
      (grid.maxY - y - reach) / grid.cell, (grid.maxY - y + reach) / grid.cell, rows)
    let (left, right) = Self.cells(
      (x - reach - grid.minX) / grid.cell, (x + reach - grid.minX) / grid.cell,
      0..<grid.columns)
    guard top <= bottom, left <= right else { return }
    let first = left / 2
    let count = right / 2 - first + 1
    let limit = density.cut * density.cut
    for pair in 0..<count {
      let column = 2 * (first + pair)
      let dx =
        (SIMD2(grid.x(ofColumn: column), grid.x(ofColumn: column + 1)) - x) * inverse
      columns[pair] = Kernel.column(dx * dx, within: limit)
    }
    let weight = points.weights.map { $0.base[point] } ?? 1
    for row in top...bottom {
      let dy = (grid.y(ofRow: row) - y) * inverse
      let rowValue = SIMD2(repeating: Kernel.row(dy * dy))
      let strip = band + (row - rows.lowerBound) * (stride / 2) + first
      for pair in 0..<count {
        strip[pair] += Kernel.value(columns[pair], rowValue) * weight
      }
    }
  }

  /// The cells whose centres lie between two places, in cells, within bounds.
  @inline(__always)
  private static func cells(
    _ from: Double, _ to: Double, _ bounds: Range<Int>
  ) -> (first: Int, last: Int) {
    // Rounding must not leave out a centre at the very border.
    let slack = 1e-9
    let first = max(Double(bounds.lowerBound), (from - 0.5 - slack).rounded(.up))
    let last = min(Double(bounds.upperBound) - 1, (to - 0.5 + slack).rounded(.down))
    guard first <= last else { return (0, -1) }
    return (Int(first), Int(last))
  }
}
