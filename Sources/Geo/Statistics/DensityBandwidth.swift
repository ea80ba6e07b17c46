import Glibc

/// Bandwidths that the points themselves suggest.
public enum DensityBandwidth {
  /// The rule of thumb for points spread like one normal distribution: A s n^(-1/6).
  ///
  /// s is the root of the mean of both coordinates' variances, A the kernel's `bandwidthRatio`.
  /// With weights n is (sum w)^2 / sum w^2. Points in several clusters are smoothed too much.
  /// Source: Silverman 1986, section 4.3.2. Nil if all points are at one place.
  public static func silverman(_ points: WeightedPoints, kernel: DensityKernel) -> Double? {
    let used = places(of: points)
    let total = used.reduce(0) { $0 + $1.weight }
    let squares = used.reduce(0) { $0 + $1.weight * $1.weight }
    guard total > 0 else { return nil }
    let mean = used.reduce(SIMD2<Double>.zero) { $0 + $1.position * $1.weight } / total
    let spread = used.reduce(SIMD2<Double>.zero) { sum, place in
      let offset = place.position - mean
      return sum + offset * offset * place.weight
    }
    let count = total * total / squares
    guard count > 1 else { return nil }
    // The usual n - 1 of a variance, in terms of the weights.
    let variance = (spread.x + spread.y) / 2 / total * count / (count - 1)
    let bandwidth = kernel.bandwidthRatio * variance.squareRoot() * pow(count, -1 / 6)
    return bandwidth > 0 && bandwidth.isFinite ? bandwidth : nil
  }

  /// The bandwidth under which each place is best foretold by all the others.
  ///
  /// Maximises the sum of w log f(x), f being a Gaussian density of the points at other places
  /// than x; the result is widened for another kernel by its `bandwidthRatio`. Points at the very
  /// same place are left out together, else repeated positions would draw the bandwidth to zero.
  /// Of more than `sample` points every so manieth along a Hilbert curve is taken, and the
  /// bandwidth narrowed by the sixth root of their share. Source: Silverman 1986, section 3.4.4.
  /// Nil if all points are at one place. O(sample^2) for each of 40 bandwidths tried.
  public static func likelihood(
    _ points: WeightedPoints, kernel: DensityKernel, sample: Int = 2000
  ) -> Double? {
    guard let rule = silverman(points, kernel: .gaussian) else { return nil }
    let all = places(of: points)
    let step = max(1, (all.count + sample - 1) / max(1, sample))
    let taken = stride(from: 0, to: all.count, by: step).map { all[$0] }
    let likelihood = LeaveOneOut(taken)
    guard likelihood.nearest.contains(where: \.isFinite) else { return nil }
    // From the rule's twofold, which is too smooth, down to a 250th of that.
    let widest = log(2 * rule * pow(Double(taken.count) / Double(all.count), -1 / 6))
    let width = log(250.0) / 24
    let tried = (0...24).map { widest - Double($0) * width }
    let scores = tried.map { likelihood.score(exp($0)) }
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    let found = goldenSection(tried[best] - width, min(widest, tried[best] + width)) {
      likelihood.score(exp($0))
    }
    let shrinkage = pow(Double(taken.count) / Double(all.count), 1 / 6)
    return exp(found) * kernel.bandwidthRatio * shrinkage
  }

  /// A position and what it counts.
  struct Place {
    var position: SIMD2<Double>
    var weight: Double
  }

  /// The points that are numbers and count something, along a Hilbert curve.
  private static func places(of points: WeightedPoints) -> [Place] {
    HilbertOrder.order(xs: points.xs, ys: points.ys).compactMap { id in
      let weight = points.weight(Int(id))
      guard weight > 0 else { return nil }
      return Place(position: SIMD2(points.xs[Int(id)], points.ys[Int(id)]), weight: weight)
    }
  }

  /// Where a function of one peak is highest, to a thousandth of the width.
  private static func goldenSection(
    _ from: Double, _ to: Double, _ value: (Double) -> Double
  ) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (from, to)
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (leftValue, rightValue) = (value(left), value(right))
    for _ in 0..<14 {
      if leftValue >= rightValue {
        (high, right, rightValue) = (right, left, leftValue)
        left = high - ratio * (high - low)
        leftValue = value(left)
      } else {
        (low, left, leftValue) = (left, right, rightValue)
        right = low + ratio * (high - low)
        rightValue = value(right)
      }
    }
    return (low + high) / 2
  }
}

/// The likelihood of places, each under the density of the others.
private struct LeaveOneOut {
  let places: [DensityBandwidth.Place]
  /// The squared distance of each to the nearest other place; infinite if there is none.
  let nearest: [Double]

  init(_ places: [DensityBandwidth.Place]) {
    self.places = places
    nearest = places.map { place in
      var least = Double.infinity
      for other in places {
        let offset = other.position - place.position
        let squared = (offset * offset).sum()
        if squared > 0, squared < least { least = squared }
      }
      return least
    }
  }

  /// The sum of w log f for a Gaussian bandwidth, but for a constant.
  func score(_ bandwidth: Double) -> Double {
    let rate = 0.5 / (bandwidth * bandwidth)
    var score = 0.0
    for (index, place) in places.enumerated() where nearest[index].isFinite {
      var sum = 0.0
      for other in places {
        let offset = other.position - place.position
        let squared = (offset * offset).sum()
        // Relative to the nearest, so that no sum vanishes; what is a 1e-17th of it does not count.
        let exponent = (squared - nearest[index]) * rate
        if squared > 0, exponent < 40 { sum += other.weight * exp(-exponent) }
      }
      score += place.weight * (log(sum) - nearest[index] * rate - 2 * log(bandwidth))
    }
    return score
  }
}
