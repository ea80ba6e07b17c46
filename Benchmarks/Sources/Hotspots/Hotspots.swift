import Geo
import Glibc
import Support

/// Gi* and local Moran of 67,000 cells with skewed counts: records of times for `scripts/bench`, and
/// the counts and z for a peer.
@main struct Hotspots {
  private static let columns = 268
  private static let rows = 250

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 2, let runs = Int(arguments[0]) else {
      print("usage: Hotspots RUNS PREFIX: writes PREFIX.f64 and PREFIX-z.f64")
      exit(64)
    }
    let cells = (0..<rows * columns).map { ($0 % columns, $0 / columns) }
    var random = SplitMix(seed: 12)
    // Mostly small, few large, more of them in the west.
    let shares = cells.map { 1 - random.uniform(0, 1) * (1 - Double($0.0) / 900) }
    let counts = shares.map { (1 / ($0 + 0.02) - 1).rounded(.down) }
    let rates = shares.map { 1 / ($0 + 0.02) }
    var weights = SpatialWeights(rows: [])
    measure("queen weights", runs) { weights = SpatialWeights(cells: cells, .queen) }
    var z: [Double] = []
    measure("Gi*, no permutations", runs) {
      z = GetisOrd.giStar(counts.span, weights: weights).z
    }
    for permutations in [999, 9_999, 99_999] {
      let draws = Permutations(permutations, seed: 1, threads: 1)
      measure("Gi*, \(permutations) permutations", runs) {
        _ = GetisOrd.giStar(counts.span, weights: weights, permutations: draws)
      }
      measure("Gi* of real numbers, \(permutations) permutations", runs) {
        _ = GetisOrd.giStar(rates.span, weights: weights, permutations: draws)
      }
    }
    let draws = Permutations(999, seed: 1, threads: 1)
    let scaled = weights.standardised(.row)
    measure("local Moran, 999 permutations", runs) {
      _ = LocalMoran.statistic(counts.span, weights: scaled, permutations: draws)
    }
    measure("local Geary, 999 permutations", 1) {
      _ = LocalGeary.statistic(counts.span, weights: scaled, permutations: draws)
    }
    try writeNumbers(counts, to: arguments[1] + ".f64")
    try writeNumbers(z, to: arguments[1] + "-z.f64")
  }

  private static func measure(_ name: String, _ runs: Int, _ body: () -> Void) {
    var clock = Clock()
    for _ in 0..<runs { clock.measure(body) }
    print(
      name.filter { $0 != "," }, "hotspot", runs, clock.cpu, clock.wall, Clock.peakMegabytes,
      separator: ",")
  }
}
