import Geo
import Glibc
import Support

/// How much of every township lies in every 3-km cell: a record of times for `scripts/bench`, and
/// two files to compare, the areas in the plane and the shares.
@main struct Shares {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 3, let runs = Int(arguments[1]) else {
      print("usage: Shares LAYER RUNS PREFIX: writes PREFIX.gpkg and PREFIX.f64")
      exit(64)
    }
    var toPlane = try Transformer(from: .wgs84, to: .albersChina)
    var areas: [MultiPolygon] = []
    for area in try readAreas(arguments[0]) { areas.append(try toPlane.transform(area)) }
    let grid = EqualAreaGrid()
    var shares: [[(cell: CellID, area: Double)]] = []
    var clock = Clock()
    for _ in 0..<runs { clock.measure { shares = areas.map { grid.shares(of: $0) } } }
    print(
      "hotspot", 1, runs, 0, clock.cpu, clock.wall, Clock.peakMegabytes,
      shares.reduce(0) { $0 + $1.count }, separator: ",")
    try writeAreas(areas, to: arguments[2] + ".gpkg", crs: .albersChina)
    var rows: [Double] = []
    for (place, row) in shares.enumerated() {
      for share in row {
        rows += [Double(place), Double(share.cell.column), Double(share.cell.row), share.area]
      }
    }
    try writeNumbers(rows, to: arguments[2] + ".f64")
  }
}
