/// Some rows of about the same chance: what was foretold and what came.
public struct ReliabilityBin: Sendable, Hashable {
  /// How many rows.
  public var rows: Int
  /// Hits among them.
  public var hits: Int
  /// Their mean chance.
  public var meanChance: Double

  /// Hits by row.
  public var hitRate: Double { Double(hits) / Double(rows) }

  /// The 95 % interval of the hit rate (Wilson 1927).
  public var interval: (low: Double, high: Double) {
    let z = 1.959963984540054
    let n = Double(rows)
    let centre = hitRate + z * z / (2 * n)
    let half = z * (hitRate * (1 - hitRate) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return (max(0, (centre - half) / scale), min(1, (centre + half) / scale))
  }

  /// Cuts rows, in order of chance, into bins of about the same size; equal chances stay together.
  public static func bins(
    chances: [Double], outcomes: [Double], count: Int = 10
  ) -> [ReliabilityBin] {
    let order = chances.indices.sorted { (chances[$0], $0) < (chances[$1], $1) }
    var bins: [ReliabilityBin] = []
    var start = 0
    for part in 1...max(1, count) {
      var end = part * order.count / max(1, count)
      while end > 0, end < order.count, chances[order[end]] == chances[order[end - 1]] { end += 1 }
      guard end > start else { continue }
      let rows = order[start..<end]
      let sum = rows.reduce(0) { $0 + chances[$1] }
      let hits = rows.reduce(0) { $0 + (outcomes[$1] > 0.5 ? 1 : 0) }
      bins.append(
        ReliabilityBin(rows: rows.count, hits: hits, meanChance: sum / Double(rows.count)))
      start = end
    }
    return bins
  }
}
