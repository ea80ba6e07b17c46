import Geo
import Glibc
import Support

/// The scan statistic on a layer of areas: records of times for `scripts/bench`.
@main struct Scan {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 4, let runs = Int(arguments[0]) else {
      print("usage: Scan RUNS LAYER CASES POPULATION")
      exit(64)
    }
    let areas = try read(arguments[1], cases: arguments[2], population: arguments[3])
    try measure("circles, 9,999 replications", runs, areas, replications: 9_999)
    try measure("ellipses, 999 replications", runs, areas, replications: 999) {
      $0.shapes = ScanShape.ellipses
    }
    let many = try field(5_000)
    try measure("5,000 places, 999 replications", 1, many, replications: 999)
  }

  private static func read(_ path: String, cases: String, population: String) throws -> ScanAreas {
    var reader = try VectorReader(path: path)
    let names = reader.fields.map(\.name)
    guard let first = names.firstIndex(of: cases), let second = names.firstIndex(of: population)
    else {
      print("\(path): no columns \(cases) and \(population)")
      exit(65)
    }
    let features = try reader.nextBatch()
    let places = features.map { feature -> Coordinate in
      guard case .area(let area)? = feature.geometry, let centre = area.centroid else {
        return Coordinate(.nan, .nan)
      }
      return centre
    }
    return try ScanAreas(
      xs: places.map(\.x), ys: places.map(\.y), cases: features.map { number($0.values[first]) },
      sizes: features.map { number($0.values[second]) }, model: .poisson)
  }

  private static func number(_ value: FieldValue) -> Double {
    switch value {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: .nan
    }
  }

  /// Places at random, of few cases each.
  private static func field(_ count: Int) throws -> ScanAreas {
    var random = SplitMix(seed: 3)
    let xs = (0..<count).map { _ in random.uniform(0, 100_000) }
    let ys = (0..<count).map { _ in random.uniform(0, 100_000) }
    let sizes = (0..<count).map { _ in random.uniform(100, 3_000).rounded() }
    let cases = sizes.map { random.uniform(0, $0 / 500).rounded() }
    return try ScanAreas(xs: xs, ys: ys, cases: cases, sizes: sizes, model: .poisson)
  }

  private static func measure(
    _ name: String, _ runs: Int, _ areas: ScanAreas, replications: Int,
    _ change: (inout ScanSettings) -> Void = { _ in }
  ) throws {
    var settings = ScanSettings()
    settings.replications = replications
    settings.threads = 1
    change(&settings)
    var clock = Clock()
    for _ in 0..<runs { try clock.measure { _ = try ScanStatistic(settings).clusters(areas) } }
    print(
      name.filter { $0 != "," }, "hotspot", runs, clock.cpu, clock.wall, Clock.peakMegabytes,
      separator: ",")
  }
}
