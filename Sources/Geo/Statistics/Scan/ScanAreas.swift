/// What a scan statistic is computed of: areas with their places, and of each area and slice of time
/// the cases and what they are compared with.
public struct ScanAreas: Sendable, Hashable {
  /// Where the areas lie, in a plane: x.
  public let xs: [Double]
  /// The same: y.
  public let ys: [Double]
  /// How many slices of time there are, 1 for none.
  public let slices: Int
  /// Cases of each area, slice after slice.
  public let cases: [Double]
  /// What cases are expected in proportion to (Poisson: population or expected cases), or the members
  /// of the population, cases among them (Bernoulli); in the order of the cases.
  public let sizes: [Double]
  /// What the largest window is measured by, an area each.
  public let populations: [Double]

  /// Why there is nothing to compute.
  public enum Fault: Error, Sendable, Hashable {
    /// Columns of different lengths, places that are not finite, or negative numbers.
    case malformed
    /// No cases, or less than half a one.
    case noCases
    /// Nothing to compare with: all sizes are zero.
    case noPopulation
    /// Cases where nobody lives, or, for Bernoulli, more cases than members; the first such place in
    /// the order of the cases.
    case tooManyCases(Int)
    /// Bernoulli counts whole cases and members; the first number that is none.
    case notWhole(Int)
    /// More cases than the replications can count: 16,777,215, or a population beyond 2^52.
    case tooMany
  }

  /// Takes columns; `populations` are the sums of the sizes if not given.
  ///
  /// - Precondition: none; what does not fit is thrown.
  public init(
    xs: [Double], ys: [Double], slices: Int = 1, cases: [Double], sizes: [Double],
    populations: [Double]? = nil, model: ScanModel
  ) throws(Fault) {
    let count = xs.count
    let measured =
      populations
      ?? (0..<count).map { area in
        sizes.dropFirst(area * slices).prefix(slices).reduce(0, +)
      }
    guard slices > 0, ys.count == count, cases.count == count * slices,
      sizes.count == cases.count, measured.count == count,
      (xs + ys).allSatisfy(\.isFinite),
      (cases + sizes + measured).allSatisfy({ $0.isFinite && $0 >= 0 })
    else { throw .malformed }
    (self.xs, self.ys, self.slices, self.cases, self.sizes) = (xs, ys, slices, cases, sizes)
    self.populations = measured
    let total = cases.reduce(0, +)
    // Replications would have none to draw.
    guard total.rounded() > 0 else { throw .noCases }
    guard sizes.contains(where: { $0 > 0 }) else { throw .noPopulation }
    guard total < 0x1p24, sizes.reduce(0, +) < 0x1p52 else { throw .tooMany }
    for slot in cases.indices {
      let limit = model == .bernoulli ? sizes[slot] : sizes[slot] > 0 ? .infinity : 0
      if cases[slot] > limit { throw .tooManyCases(slot) }
      if model == .bernoulli, cases[slot] != cases[slot].rounded() || limit != limit.rounded() {
        throw .notWhole(slot)
      }
    }
  }

  /// How many areas there are.
  public var count: Int { xs.count }
  /// All cases.
  public var totalCases: Double { cases.reduce(0, +) }
  /// The sum of the sizes.
  public var totalSize: Double { sizes.reduce(0, +) }
}
