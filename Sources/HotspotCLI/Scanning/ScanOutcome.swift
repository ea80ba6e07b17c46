import Geo

/// What a scan of a layer came to.
struct ScanOutcome: Sendable {
  let table: ScanTable
  let settings: ScanSettings
  let result: ScanResult
  let alpha: Double

  /// The cluster of each row, from 0; nil for none.
  let clusterOfRow: [Int?]

  init(_ table: ScanTable, _ settings: ScanSettings, _ result: ScanResult, alpha: Double) {
    self.table = table
    self.settings = settings
    self.result = result
    self.alpha = alpha
    var clusterOfArea = [Int?](repeating: nil, count: table.areas.count)
    // Where areas overlap, which only a window of all areas can, the higher one wins.
    for (number, cluster) in result.clusters.enumerated().reversed() {
      for area in cluster.areas { clusterOfArea[area] = number }
    }
    clusterOfRow = table.slots.map { slot in
      guard let slot, let cluster = clusterOfArea[slot.area],
        result.clusters[cluster].slices.contains(slot.slice)
      else { return nil }
      return cluster
    }
  }

  /// Whether the layer has slices of time.
  var hasTime: Bool { table.areas.slices > 1 }

  func isSignificant(_ cluster: ScanCluster) -> Bool { cluster.p <= alpha }

  /// The rows of a cluster, from 0.
  func rows(of cluster: Int) -> [Int] {
    clusterOfRow.indices.filter { clusterOfRow[$0] == cluster }
  }
}
