import Geo

/// The chance that each of several independent scores is among the greatest.
///
/// A score is a gamma variable times a weight, plus a shift. Exact up to a grid of 400 values: at each,
/// how many others lie above is the sum of trials with chances of their own, taken together from the
/// left and from the right so that each is left out once.
struct TopChance {
  /// By score; empty without scores.
  let chances: [Double]

  private static let steps = 400

  init(posteriors: [GammaDistribution], weight: Double, shifts: [Double], top: Int) {
    guard !posteriors.isEmpty, posteriors.count == shifts.count, weight > 0, top > 0 else {
      chances = []
      return
    }
    guard top < posteriors.count else {
      chances = posteriors.map { _ in 1 }
      return
    }
    let grid = Self.grid(posteriors, weight: weight, shifts: shifts)
    var chances = [Double](repeating: 0, count: posteriors.count)
    func below(_ value: Double) -> [Double] {
      posteriors.indices.map { posteriors[$0].lowerTail((value - shifts[$0]) / weight) }
    }
    var last = [Double](repeating: 0, count: posteriors.count)
    for (low, high) in zip(grid, grid.dropFirst()) {
      let next = below(high)
      let fewAbove = Self.fewAbove(below(0.5 * (low + high)).map { 1 - $0 }, top: top)
      for unit in chances.indices { chances[unit] += (next[unit] - last[unit]) * fewAbove[unit] }
      last = next
    }
    // Above the grid nobody has anything above it but by a chance below the grid's precision.
    for unit in chances.indices { chances[unit] += 1 - last[unit] }
    self.chances = chances.map { min(1, max(0, $0)) }
  }

  /// Values between the least and the greatest that any score is likely to have.
  private static func grid(
    _ posteriors: [GammaDistribution], weight: Double, shifts: [Double]
  ) -> [Double] {
    let values = posteriors.indices.map {
      (
        low: weight * posteriors[$0].quantile(1e-6) + shifts[$0],
        high: weight * posteriors[$0].quantile(1 - 1e-6) + shifts[$0]
      )
    }
    let low = values.map(\.low).min() ?? 0
    let high = values.map(\.high).max() ?? 1
    return (0...steps).map { low + (high - low) * Double($0) / Double(steps) }
  }

  /// For each of several trials, the chance that fewer than `top` of the others succeed.
  static func fewAbove(_ trials: [Double], top: Int) -> [Double] {
    var prefixes = [PoissonBinomial(upTo: top - 1)]
    for trial in trials {
      var next = prefixes[prefixes.count - 1]
      next.add(trial)
      prefixes.append(next)
    }
    var suffix = PoissonBinomial(upTo: top - 1)
    var result = [Double](repeating: 0, count: trials.count)
    for unit in trials.indices.reversed() {
      let right = suffix.cumulative
      result[unit] = prefixes[unit].chances.indices.reduce(0) { sum, count in
        sum + prefixes[unit].chances[count] * right[top - 1 - count]
      }
      suffix.add(trials[unit])
    }
    return result
  }
}
