extension ScanStatistic {
  /// Finds clusters one after the other: the areas of each that counts at `alpha` are taken out and the
  /// rest is scanned anew, until one does not count.
  ///
  /// So a strong cluster does not hide weaker ones, and each p is that of a most likely cluster. Numbers
  /// of a cluster are those of its own scan. Source: Zhang, Assunção and Kulldorff, "Spatial scan
  /// statistics adjusted for multiple clusters", Journal of Probability and Statistics (2010).
  /// Replications, windows and intervals are those of the first scan; a scan for each cluster found.
  public func clusters(_ areas: ScanAreas, oneByOneAt alpha: Double) throws(Failure) -> ScanResult {
    var result = try clusters(areas)
    var found: [ScanCluster] = []
    var kept = Array(0..<areas.count)
    var next = result.clusters.first
    while var cluster = next {
      let isLast = cluster.p > alpha || cluster.centre == nil
      cluster.areas = cluster.areas.map { kept[$0] }
      cluster.centre = cluster.centre.map { kept[$0] }
      found.append(cluster)
      let gone = Set(cluster.areas)
      kept.removeAll { gone.contains($0) }
      guard !isLast, let rest = areas.among(kept, model: settings.model) else { break }
      next = try clusters(rest).clusters.first
    }
    result.clusters = found
    return result
  }
}

extension ScanAreas {
  /// Some of the areas; nil if nothing is left to scan.
  fileprivate func among(_ kept: [Int], model: ScanModel) -> ScanAreas? {
    func slots(_ column: [Double]) -> [Double] {
      kept.flatMap { column[$0 * slices..<($0 + 1) * slices] }
    }
    return try? ScanAreas(
      xs: kept.map { xs[$0] }, ys: kept.map { ys[$0] }, slices: slices, cases: slots(cases),
      sizes: slots(sizes), populations: kept.map { populations[$0] }, model: model)
  }
}
