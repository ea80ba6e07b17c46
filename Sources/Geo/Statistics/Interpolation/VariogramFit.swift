import Glibc

/// The fit of a variogram to samples, by weighted least squares.
///
/// Pairs up to half the largest distance (all if those are fewer than 30) are put into bins of equal
/// size by distance; a bin weighs its pairs over its squared distance, as gstat does by default. For
/// each range tried nugget and sill follow by linear least squares, neither negative; the range is
/// searched on a logarithmic scale and then narrowed down, so the same samples give the same fit.
/// Sources: N. Cressie, "Fitting variogram models by weighted least squares", Mathematical Geology
/// 17 (1985); E. Pebesma, gstat's manual, fit.method 7.
public struct VariogramFit: Sendable {
  /// Pairs of samples at about the same distance.
  struct Bin: Sendable, Hashable {
    var distance: Double
    var semivariance: Double
    var count: Double
  }

  private let bins: [Bin]

  /// Puts the pairs of samples into bins; O(n^2 log n).
  public init(_ samples: Samples) {
    var pairs: [(distance: Double, semivariance: Double)] = []
    for a in 0..<samples.count {
      for b in 0..<a {
        let difference = samples.values[a] - samples.values[b]
        pairs.append((samples.distance(a, b), difference * difference / 2))
      }
    }
    pairs.sort { ($0.distance, $0.semivariance) < ($1.distance, $1.semivariance) }
    pairs.removeAll { $0.distance == 0 }
    let limit = (pairs.last?.distance ?? 0) / 2
    let near = pairs.prefix { $0.distance <= limit }
    let used = near.count >= 30 ? Array(near) : pairs
    let number = min(15, max(3, used.count / 10))
    bins = (0..<number).compactMap { bin in
      let part = used[bin * used.count / number..<(bin + 1) * used.count / number]
      guard !part.isEmpty else { return nil }
      let count = Double(part.count)
      return Bin(
        distance: part.reduce(0) { $0 + $1.distance } / count,
        semivariance: part.reduce(0) { $0 + $1.semivariance } / count, count: count)
    }
  }

  /// The best variogram of a shape; nil if samples are too few or do not differ.
  public func variogram(_ model: Variogram.Model) -> Variogram? {
    guard bins.count >= 3, let first = bins.first, let last = bins.last,
      bins.contains(where: { $0.semivariance > 0 })
    else { return nil }
    let (low, high) = (first.distance / 2, last.distance * 3)
    let steps = 60
    let ratio = high / low
    func range(_ step: Double) -> Double { low * pow(ratio, step / Double(steps)) }
    var best = 0
    var least = Double.infinity
    for step in 0...steps {
      let loss = fit(model, range(Double(step))).loss
      if loss < least { (best, least) = (step, loss) }
    }
    var (left, right) = (Double(max(0, best - 1)), Double(min(steps, best + 1)))
    for _ in 0..<40 {
      let third = (right - left) / 3
      let a = fit(model, range(left + third)).loss
      let b = fit(model, range(right - third)).loss
      if a <= b { right -= third } else { left += third }
    }
    return fit(model, range((left + right) / 2)).variogram
  }

  /// The best nugget and sill for a range, and the weighted sum of squares that is left.
  private func fit(
    _ model: Variogram.Model, _ range: Double
  ) -> (variogram: Variogram, loss: Double) {
    var (w, f, ff, g, fg) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for bin in bins {
      let weight = bin.count / (bin.distance * bin.distance)
      let shape = model.shape(bin.distance / range)
      w += weight
      f += weight * shape
      ff += weight * shape * shape
      g += weight * bin.semivariance
      fg += weight * shape * bin.semivariance
    }
    let determinant = w * ff - f * f
    var nugget = determinant > 0 ? (ff * g - f * fg) / determinant : 0
    var sill = determinant > 0 ? (w * fg - f * g) / determinant : 0
    if nugget < 0 || determinant <= 0 { (nugget, sill) = (0, ff > 0 ? fg / ff : 0) }
    if sill < 0 { (nugget, sill) = (g / w, 0) }
    let variogram = Variogram(model: model, nugget: nugget, partialSill: sill, range: range)
    let loss = bins.reduce(0) { sum, bin in
      let rest = bin.semivariance - variogram.semivariance(bin.distance)
      return sum + bin.count / (bin.distance * bin.distance) * rest * rest
    }
    return (variogram, loss)
  }
}
