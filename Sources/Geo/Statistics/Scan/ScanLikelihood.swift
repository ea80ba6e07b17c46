import Glibc

/// The log likelihood ratio of a window: what it gains if the risk inside differs from that outside.
///
/// Source: M. Kulldorff, "A spatial scan statistic", Communications in Statistics 26 (1997). A window
/// is known by its share of the population (Poisson: of what is expected).
struct ScanLikelihood: Sendable {
  let model: ScanModel
  /// All cases.
  let cases: Double
  /// All members of the population; of no account for Poisson.
  let population: Double

  /// The ratio of a window with some cases, at least 0; either direction.
  func ratio(_ inside: Double, share: Double) -> Double {
    switch model {
    case .poisson: value(inside, size: share * cases)
    // Members are whole; shares are added up.
    case .bernoulli: value(inside, size: (share * population).rounded())
    }
  }

  /// The same with the window's size: what is expected (Poisson), or its members.
  func value(_ inside: Double, size: Double) -> Double {
    let outside = cases - inside
    switch model {
    case .poisson:
      return max(0, Self.term(inside, size) + Self.term(outside, cases - size))
    case .bernoulli:
      let rest = population - size
      return max(
        0,
        Self.term(inside, size * cases / population) + Self.term(outside, rest * cases / population)
          + Self.term(size - inside, size * (population - cases) / population)
          + Self.term(rest - outside, rest * (population - cases) / population))
    }
  }

  /// The size that `value` takes for a share.
  func size(_ share: Double) -> Double {
    model == .poisson ? share * cases : share * population
  }

  /// The first three derivatives of `value` by the cases inside.
  func slopes(_ inside: Double, size: Double) -> (first: Double, second: Double, third: Double) {
    let outside = cases - inside
    var first = log(inside / outside)
    var second = 1 / inside + 1 / outside
    var third = 1 / (outside * outside) - 1 / (inside * inside)
    switch model {
    case .poisson: first -= log(size / (cases - size))
    case .bernoulli:
      let others = size - inside
      let rest = population - size - outside
      first -= log(others / rest)
      second += 1 / others + 1 / rest
      third += 1 / (others * others) - 1 / (rest * rest)
    }
    return (first, second, third)
  }

  /// The fewest and most cases that a window of a size can hold.
  func range(size: Double) -> ClosedRange<Double> {
    guard model == .bernoulli else { return 0...cases }
    let low = max(0, cases - (population - size))
    return low...max(low, min(size, cases))
  }

  private static func term(_ count: Double, _ expected: Double) -> Double {
    count > 0 ? count * log(count / expected) : 0
  }
}
