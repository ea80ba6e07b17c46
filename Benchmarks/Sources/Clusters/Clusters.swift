import Geo
import Glibc
import Support

/// DBSCAN of points, 500 m and at least 10: a record of times for `scripts/bench`, and the labels for
/// a peer.
@main struct Clusters {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count == 4, let runs = Int(arguments[0]) else {
      print("usage: Clusters RUNS CASE PREFIX OUTPUT: reads PREFIX.x and PREFIX.y")
      exit(64)
    }
    let points = try Points(reading: arguments[2])
    let scan = DBSCAN(radius: 500, minPoints: 10)
    var labels: [Int32] = []
    var clock = Clock()
    for _ in 0..<runs {
      labels = []
      try clock.measure { labels = try scan.clusters(xs: points.xs, ys: points.ys).labels }
    }
    print(
      arguments[1], "hotspot", runs, clock.cpu, clock.wall, Clock.peakMegabytes, separator: ",")
    try writeNumbers(labels.map { Double($0) }, to: arguments[3])
  }
}
