/// Kulldorff's spatial scan statistic: where cases are more, or fewer, than chance puts anywhere.
///
/// Windows of every size around every area are compared with what lies outside of them; the most
/// likely cluster is the window with the highest likelihood ratio. As many cases as were observed are
/// put at random again and again, and p is the rank of the observed among the highest windows of those
/// replications: one test for all places and sizes. Sources: M. Kulldorff, "A spatial scan statistic",
/// Communications in Statistics 26 (1997); ellipses: Kulldorff et al., Statistics in Medicine 25
/// (2006); space-time: M. Kulldorff, "Prospective time periodic geographical disease surveillance
/// using a scan statistic", Journal of the Royal Statistical Society A 164 (2001).
public struct ScanStatistic: Sendable {
  /// What is tried.
  public let settings: ScanSettings

  /// Why there is no result.
  public enum Failure: Error, Sendable, Hashable {
    /// More windows than memory should hold.
    case tooManyWindows
  }

  /// The most members of lists: 4 bytes each.
  static let limit = 250_000_000
  /// Statistics that differ by less are equal.
  private static let tie = 1e-10

  /// Takes what is to be tried.
  public init(_ settings: ScanSettings) {
    self.settings = settings
  }

  /// Finds clusters and judges them.
  ///
  /// For n areas, m shapes and R replications O(m n² (log n + R)) in space, times the number of
  /// intervals in space-time; 4 bytes a window.
  public func clusters(_ areas: ScanAreas) throws(Failure) -> ScanResult {
    guard let windows = ScanWindows(areas, settings, limit: Self.limit) else {
      throw .tooManyWindows
    }
    let found = Self.apart(
      ScanObservation(areas, windows, settings).windowsOfCentres(), count: areas.count)
    let highest = found.first?.statistic
    let (maxima, isStopped) =
      highest.map { draw(areas, windows, comparedWith: $0) } ?? ([], false)
    let gumbel = GumbelDistribution(fitting: maxima)
    return ScanResult(
      clusters: found.map { window in
        cluster(
          window, areas, p: p(window.statistic, maxima),
          gumbelP: gumbel?.upperTail(window.statistic))
      },
      maxima: maxima, isStopped: isStopped, windows: windows.count,
      intervals: settings.intervals(slices: areas.slices).count)
  }

  /// The windows that have no area in common with higher ones.
  private static func apart(
    _ windows: [ScanObservation.Window], count: Int
  ) -> [ScanObservation.Window] {
    var taken = [Bool](repeating: false, count: count)
    return windows.filter { window in
      guard window.statistic > 0, !window.areas.contains(where: { taken[$0] }) else { return false }
      for area in window.areas { taken[area] = true }
      return true
    }
  }

  /// The highest statistics of replications, up to where enough were as high as the observed one.
  private func draw(
    _ areas: ScanAreas, _ windows: ScanWindows, comparedWith highest: Double
  ) -> (maxima: [Double], isStopped: Bool) {
    let scan = ScanMaxima(areas, windows, settings)
    let maxima = AlignedColumn(repeating: 0.0, count: settings.replications)
    let lanes = ScanDraws.lanes
    var high = 0
    // Whether to stop is asked after each wave, but counted replication by replication.
    let wave = settings.stopAfter == nil ? settings.replications : 32 * lanes
    for start in stride(from: 0, to: settings.replications, by: max(1, wave)) {
      let end = min(start + wave, settings.replications)
      Shares(count: (end - start + lanes - 1) / lanes).forEach(threads: settings.threads) { batch in
        let first = start + batch * lanes
        let found = scan.maxima(from: first, to: min(first + lanes, end))
        for (place, value) in found.enumerated() { maxima[first + place] = value }
      }
      guard let enough = settings.stopAfter else { continue }
      for replication in start..<end where isAsHigh(maxima[replication], as: highest) {
        high += 1
        if high == enough { return ((0...replication).map { maxima[$0] }, true) }
      }
    }
    return ((0..<settings.replications).map { maxima[$0] }, false)
  }

  private func isAsHigh(_ maximum: Double, as statistic: Double) -> Bool {
    maximum >= statistic * (1 - Self.tie)
  }

  /// The rank among the replications; with stopping h / l for the l-th being the h-th as high.
  ///
  /// Source: J. Besag and P. Clifford, "Sequential Monte Carlo p-values", Biometrika 78 (1991).
  private func p(_ statistic: Double, _ maxima: [Double]) -> Double {
    var high = 0
    for (place, maximum) in maxima.enumerated() where isAsHigh(maximum, as: statistic) {
      high += 1
      if high == settings.stopAfter { return Double(high) / Double(place + 1) }
    }
    return Double(high + 1) / Double(maxima.count + 1)
  }

  private func cluster(
    _ window: ScanObservation.Window, _ areas: ScanAreas, p: Double, gumbelP: Double?
  ) -> ScanCluster {
    let total = areas.totalCases
    let centre = window.list.centre < 0 ? nil : Int(window.list.centre)
    let shape = centre == nil ? .circle : settings.shapes[Int(window.list.shape)]
    let squared = centre.map { centre in
      ScanShape.Reach(shape).squared(
        areas.xs[window.last] - areas.xs[centre], areas.ys[window.last] - areas.ys[centre])
    }
    let outside = total - window.cases
    return ScanCluster(
      areas: window.areas, centre: centre, shape: shape, radius: (squared ?? 0).squareRoot(),
      slices: window.interval, isHigh: window.sign > 0, cases: window.cases,
      expected: window.share * total, share: window.share,
      relativeRisk: (window.cases / window.share) / (outside / (1 - window.share)),
      logLikelihoodRatio: window.ratio, statistic: window.statistic, p: p, gumbelP: gumbelP)
  }
}
