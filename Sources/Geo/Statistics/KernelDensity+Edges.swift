import Glibc

extension KernelDensity {
  /// The density inside a study area, corrected at its border; see `onGrid(_:of:unit:threads:)`.
  ///
  /// Divides by the mass of a kernel around the cell's centre that is inside, so that a border,
  /// beyond which nothing could be observed, does not look empty. Cells whose centre is outside are
  /// NaN. Points outside should be left out by the caller. Source: Diggle 1985, A kernel method for
  /// smoothing point process data, Applied Statistics 34.
  public func onGrid(
    _ grid: DensityGrid, of points: WeightedPoints, inside area: StudyArea, unit: DensityUnit,
    threads: Int = 0
  ) -> [Double] {
    var values = onGrid(grid, of: points, unit: unit, threads: threads)
    let mass = massInside(area, onGrid: grid, threads: threads)
    let xs = (0..<grid.columns).map { grid.x(ofColumn: $0) }
    for row in 0..<grid.rows {
      let ys = [Double](repeating: grid.y(ofRow: row), count: grid.columns)
      let inside = area.contains(xs: xs, ys: ys, threads: 1)
      for column in 0..<grid.columns {
        let place = row * grid.columns + column
        values[place] = inside[column] && mass[place] > 0 ? values[place] / mass[place] : .nan
      }
    }
    return values
  }

  /// The same at positions; NaN outside of the study area.
  public func at(
    x: [Double], y: [Double], of points: WeightedPoints, inside area: StudyArea,
    unit: DensityUnit, threads: Int = 0
  ) -> [Double] {
    var values = at(x: x, y: y, of: points, unit: unit, threads: threads)
    let inside = area.contains(xs: x, ys: y, threads: threads)
    let mass = massInside(area, x: x, y: y, threads: threads)
    for place in values.indices {
      values[place] = inside[place] && mass[place] > 0 ? values[place] / mass[place] : .nan
    }
    return values
  }

  /// The share, from 0 to 1, of a kernel around each cell's centre that is inside a study area.
  ///
  /// By the cells' shares inside, smoothed with the kernel: within 0.002 for a quartic or Gaussian
  /// kernel of at least four cells (tested).
  public func massInside(
    _ area: StudyArea, onGrid grid: DensityGrid, threads: Int = 0
  ) -> [Double] {
    let margin = Int((reach / grid.cell).rounded(.up)) + 1
    let wide = grid.widened(by: margin)
    let shares = area.shares(of: wide, threads: threads)
    var xs: [Double] = []
    var ys: [Double] = []
    var weights: [Double] = []
    for place in shares.indices where shares[place] > 0 {
      xs.append(wide.x(ofColumn: place % wide.columns))
      ys.append(wide.y(ofRow: place / wide.columns))
      weights.append(shares[place])
    }
    guard let lattice = try? WeightedPoints(xs: xs, ys: ys, weights: weights), !xs.isEmpty else {
      return [Double](repeating: 0, count: grid.count)
    }
    let sums = onGrid(grid, of: lattice, unit: .perSquareMetre, threads: threads)
    // What a cell deep inside would get.
    var whole = 0.0
    for row in -margin...margin {
      for column in -margin...margin {
        let (dx, dy) = (
          Double(column) * grid.cell / bandwidth, Double(row) * grid.cell / bandwidth
        )
        guard abs(dx) <= cut, abs(dy) <= cut else { continue }
        whole += kernel.value(dx * dx, dy * dy)
      }
    }
    let scale = 1 / (whole * scale(.perSquareMetre))
    return sums.map { min(1, $0 * scale) }
  }

  /// The share of a kernel around each position that is inside a study area.
  ///
  /// From 2048 positions around it that stand for equal mass each: within 0.005 (tested).
  public func massInside(
    _ area: StudyArea, x: [Double], y: [Double], threads: Int = 0
  ) -> [Double] {
    let count = 2048
    let offsets = (0..<count).map { number in
      // Roberts' additive sequence fills the square of radius and angle evenly.
      let step = Double(number) + 0.5
      let share = (0.5 + step * 0.7548776662466927).truncatingRemainder(dividingBy: 1)
      let turn = (0.5 + step * 0.5698402909980532).truncatingRemainder(dividingBy: 1)
      let radius = kernel.radius(holding: share) * bandwidth
      return SIMD2(radius * cos(2 * .pi * turn), radius * sin(2 * .pi * turn))
    }
    return (0..<min(x.count, y.count)).map { place in
      let inside = area.contains(
        xs: offsets.map { x[place] + $0.x }, ys: offsets.map { y[place] + $0.y },
        threads: threads)
      return Double(inside.count { $0 }) / Double(count)
    }
  }
}
