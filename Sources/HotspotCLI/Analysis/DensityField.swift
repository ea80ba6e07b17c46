import Geo

/// A density, or the ratio of two, ready to be asked for anywhere.
struct DensityField {
  let density: KernelDensity
  let points: WeightedPoints
  let area: StudyArea?
  let unit: DensityUnit
  /// The points to divide by.
  var denominator: WeightedPoints?

  /// The values of a grid, and at how many places the denominator is too thin.
  func onGrid(_ grid: DensityGrid) -> (values: [Double], thin: Int) {
    ratio { points in
      guard let area else { return density.onGrid(grid, of: points, unit: unit) }
      return density.onGrid(grid, of: points, inside: area, unit: unit)
    }
  }

  /// The same at places.
  func at(_ xs: [Double], _ ys: [Double]) -> (values: [Double], thin: Int) {
    ratio { points in
      guard let area else { return density.at(x: xs, y: ys, of: points, unit: unit) }
      return density.at(x: xs, y: ys, of: points, inside: area, unit: unit)
    }
  }

  private func ratio(_ values: (WeightedPoints) -> [Double]) -> (values: [Double], thin: Int) {
    let above = values(points)
    guard let denominator else { return (above, 0) }
    let ratio = DensityRatio(above, per: values(denominator), minimum: minimum(denominator))
    return (ratio.values, ratio.thinCount)
  }

  /// Five points of mean weight within a circle of one bandwidth: with fewer a ratio is chance.
  private func minimum(_ points: WeightedPoints) -> Double {
    let weights = points.weights.map { $0.reduce(0, +) / Double(max(1, $0.count)) } ?? 1
    return 5 * weights / (.pi * density.bandwidth * density.bandwidth) * unit.factor
  }
}
