/// Emerging hot spots: Gi* of every feature in every slice of time, the trend of its z, and the class
/// that follows from both.
///
/// The neighbourhood of a feature in a slice is the feature itself and its neighbours in that slice
/// and in some slices before, each with the weight that it has in space; what lies before the first
/// slice is not there. z is that of Ord and Getis (1995) with the mean, deviation and number of the
/// values that it is compared with.
///
/// Sources: J. K. Ord and A. Getis, "Local spatial autocorrelation statistics", Geographical Analysis
/// 27 (1995), equation 6; Esri, "How Emerging Hot Spot Analysis works", for neighbourhood and
/// classes.
public struct EmergingHotspots: Sendable {
  /// What neighbourhoods are compared with.
  public enum Comparison: String, Sendable, CaseIterable {
    /// All values of all slices.
    case cube
    /// The values of the slices that the neighbourhood reaches over.
    case window
    /// The values of the slice alone; the neighbourhood is then of that slice alone too.
    case slice
  }

  /// How to judge.
  public struct Settings: Sendable, Hashable {
    /// How many slices before its own a neighbourhood reaches over.
    public var lags: Int
    /// What neighbourhoods are compared with.
    public var comparison: Comparison
    /// The level at which a slice is hot or cold, and at which z has a trend.
    public var alpha: Double
    /// The correction over all slices of all features; trends are not corrected.
    public var correction: MultipleTesting

    /// The usual: one slice before, the whole cube, a false discovery rate of 5 %.
    public init(
      lags: Int = 1, comparison: Comparison = .cube, alpha: Double = 0.05,
      correction: MultipleTesting = .fdr
    ) {
      self.lags = max(0, lags)
      self.comparison = comparison
      self.alpha = alpha
      self.correction = correction
    }
  }

  /// What makes the result hard to trust.
  public enum Doubt: Sendable, Hashable {
    /// Fewer slices than ten: a trend has hardly a chance to show.
    case fewSlices(Int)
    /// Fewer features than 30.
    case fewFeatures(Int)
    /// Values that are missing, and how many features miss one or more.
    case missingValues(Int, features: Int)
    /// Features without a neighbour in space, which are not judged.
    case islands(Int)
    /// All values are equal.
    case allEqual
  }

  /// The fewest slices that are not doubted.
  public static let fewestSlices = 10

  /// z of Gi* in the order of the cube's values; NaN where a value is missing or nothing varies.
  public let z: [Double]
  /// The two-sided normal p of z.
  public let p: [Double]
  /// p to be compared with alpha; NaN for features without a neighbour.
  public let adjusted: [Double]
  /// How many neighbours in space each feature has, itself not counted.
  public let neighbours: [Int]
  /// What each slice was to each feature, in the order of the cube's values.
  public let slices: [HotspotPattern.Slice]
  /// The trend of each feature's z.
  public let trends: [MannKendall]
  /// The class of each feature; nil for one without a z in any slice or without a neighbour.
  public let patterns: [HotspotPattern?]
  /// What makes the result hard to trust.
  public let doubts: [Doubt]

  /// Computes all; O(slices × pairs × lags + features × slices²).
  ///
  /// - Parameters:
  ///   - cube: Values, missing ones NaN: they are left out as neighbours too.
  ///   - weights: Neighbours in space, usually binary; a feature itself counts with its own weight,
  ///     or with 1 where its row does not hold it.
  ///   - settings: How to judge.
  public init(_ cube: SpaceTimeCube, weights: SpatialWeights, settings: Settings = Settings()) {
    precondition(cube.features == weights.count, "a value is needed for each row of the weights")
    let star = weights.withSelf(1)
    let z = (0..<cube.slices).flatMap { Self.z(of: cube, slice: $0, star, settings) }
    let p = z.map { $0.isNaN ? .nan : NormalDistribution.twoSided($0) }
    let neighbours = (0..<weights.count).map { weights.others(of: $0).count }
    let adjusted = settings.correction.adjusted(
      p.indices.map { neighbours[$0 % cube.features] > 0 ? p[$0] : .nan })
    let slices = z.indices.map { place -> HotspotPattern.Slice in
      guard adjusted[place] <= settings.alpha else { return .neither }
      return z[place] > 0 ? .hot : .cold
    }
    let trends = (0..<cube.features).map { feature in
      MannKendall((0..<cube.slices).map { z[$0 * cube.features + feature] })
    }
    patterns = trends.indices.map { feature in
      let trend = trends[feature]
      guard neighbours[feature] > 0, trend.count > 0 else { return nil }
      let series = (0..<cube.slices).map { slices[$0 * cube.features + feature] }
      let isClear = trend.p <= settings.alpha
      return HotspotPattern(series, trend: isClear ? trend.score.signum() : 0)
    }
    (self.z, self.p, self.adjusted, self.neighbours) = (z, p, adjusted, neighbours)
    (self.slices, self.trends) = (slices, trends)
    doubts = Self.doubts(of: cube, islands: neighbours.count { $0 == 0 })
  }

  private static func doubts(of cube: SpaceTimeCube, islands: Int) -> [Doubt] {
    var doubts: [Doubt] = []
    if cube.slices < fewestSlices { doubts.append(.fewSlices(cube.slices)) }
    if cube.features < StatisticDoubt.fewest { doubts.append(.fewFeatures(cube.features)) }
    let missing = cube.missing
    if missing.values > 0 {
      doubts.append(.missingValues(missing.values, features: missing.features))
    }
    if islands > 0 { doubts.append(.islands(islands)) }
    let present = cube.values.filter(\.isFinite)
    if let first = present.first, present.allSatisfy({ $0 == first }) { doubts.append(.allEqual) }
    return doubts
  }

  /// z of all features in one slice.
  private static func z(
    of cube: SpaceTimeCube, slice: Int, _ weights: SpatialWeights, _ settings: Settings
  ) -> [Double] {
    let lags = settings.comparison == .slice ? 0 : min(settings.lags, slice)
    let (n, values) = (cube.features, cube.values)
    let compared =
      settings.comparison == .cube ? values[...] : values[(slice - lags) * n..<(slice + 1) * n]
    let moments = Moments(compared)
    return (0..<n).map { feature in
      guard values[slice * n + feature].isFinite else { return .nan }
      var (weight, squares, sum) = (0.0, 0.0, 0.0)
      for lag in 0...lags {
        let start = (slice - lag) * n
        for place in weights.row(feature) {
          let value = values[start + Int(weights.neighbours[place])]
          guard value.isFinite else { continue }
          let w = weights.values[place]
          weight += w
          squares += w * w
          sum += w * (value - moments.mean)
        }
      }
      let factor = (moments.count * squares - weight * weight) / (moments.count - 1)
      let variance = moments.variance * factor
      return variance > 0 ? sum / variance.squareRoot() : .nan
    }
  }

  /// Number, mean and population variance of what is there.
  private struct Moments {
    let count: Double
    let mean: Double
    let variance: Double

    init(_ values: ArraySlice<Double>) {
      let present = values.filter(\.isFinite)
      let count = Double(present.count)
      let mean = present.reduce(0, +) / count
      let squares = present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      // Rounding leaves traces of 1e-32 where all values are equal.
      let isFlat = squares <= 1e-24 * count * mean * mean
      (self.count, self.mean) = (count, mean)
      variance = isFlat ? 0 : squares / count
    }
  }
}
