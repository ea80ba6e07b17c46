import Geo
import Glibc
import Support

/// The quartic density, 3 km, of points on the 39 cities' box in cells of 500 m: records of times
/// for `scripts/bench`, how far from direct summation it is, and the map for a peer.
@main struct Density {
  private static let density = KernelDensity(.quartic, bandwidth: 3000)

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 4, let runs = Int(arguments[0]), let threads = Int(arguments[1]) else {
      print("usage: Density RUNS THREADS PREFIX OUTPUT: reads PREFIX.x and PREFIX.y")
      exit(64)
    }
    let points = try Points(reading: arguments[2])
    let weighted = try WeightedPoints(xs: points.xs, ys: points.ys)
    var values: [Double] = []
    var clock = Clock()
    for _ in 0..<runs {
      values = []
      clock.measure {
        values = density.onGrid(
          Layout.grid, of: weighted, unit: .perSquareKilometre, threads: threads)
      }
    }
    let engine = threads == 1 ? "hotspot" : "hotspot, \(threads) threads"
    print(
      "quartic density 3 km", "\"\(engine)\"", runs, clock.cpu, clock.wall, Clock.peakMegabytes,
      separator: ",")
    guard threads == 1 else { return }
    let highest = values.reduce(0) { max($0, $1) }
    print(
      "apart", "direct summation", 0, apart(values, points), highest, 0, separator: ",")
    try writeNumbers(values, to: arguments[3])
  }

  /// The largest difference to the sum over all points, at 200 cells.
  private static func apart(_ values: [Double], _ points: Points) -> Double {
    var random = SplitMix(seed: 3)
    let grid = Layout.grid
    let factor = 3 / Double.pi / (density.bandwidth * density.bandwidth) * 1e6
    var apart = 0.0
    for _ in 0..<200 {
      let cell = Int(random.uniform(0, Double(grid.count)))
      let (x, y) = (grid.x(ofColumn: cell % grid.columns), grid.y(ofRow: cell / grid.columns))
      var sum = 0.0
      for place in 0..<points.count {
        let (dx, dy) = (points.xs[place] - x, points.ys[place] - y)
        let share = 1 - (dx * dx + dy * dy) / (density.bandwidth * density.bandwidth)
        if share > 0 { sum += share * share }
      }
      apart = max(apart, (sum * factor - values[cell]).magnitude)
    }
    return apart
  }
}
